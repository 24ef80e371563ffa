"""All paper by one hand; implements the port ``Paper`` of ``services.papers``."""

from collections.abc import Sequence
from pathlib import Path

from tcdesk.documents import fonts
from tcdesk.documents.access_record import draw_access_record
from tcdesk.documents.certificate import draw_certificates
from tcdesk.documents.consent_sheet import draw_consent
from tcdesk.documents.document import draw_document
from tcdesk.documents.drill_report import draw_drill_report
from tcdesk.documents.hand_over_letter import draw_hand_over_letter
from tcdesk.documents.individual_sheet import draw_individual_sheet
from tcdesk.documents.plan_sheet import draw_plan
from tcdesk.documents.recovery_sheet import draw_recovery_sheet
from tcdesk.documents.report import draw_report
from tcdesk.documents.session_sheet import draw_group_sheet
from tcdesk.documents.share_sheet import draw_key_shares
from tcdesk.documents.slip import draw_enrolment_slip, draw_export_slip
from tcdesk.documents.week_sheet import draw_week
from tcdesk.services.key_papers import EnrolmentSlip, KeyShares, RecoverySheet
from tcdesk.services.papers import (
    AccessRecord,
    Certificate,
    ConsentSheet,
    Document,
    DrillReport,
    ExportSlip,
    GroupSheet,
    HandOverLetter,
    IndividualSheet,
    PlanSheet,
    Report,
    WeekSheet,
)
from tcdesk.services.ports import Words


class DrawnPaper:
    """Draws with ReportLab, in memory, in one language."""

    def __init__(self, fonts_folder: Path, words: Words) -> None:
        fonts.register(fonts_folder)
        self._words = words

    def group_sheet(self, sheet: GroupSheet) -> bytes:
        """Draw the sheet of a group session."""
        return draw_group_sheet(sheet, self._words)

    def individual_sheet(self, sheet: IndividualSheet) -> bytes:
        """Draw the sheet of an individual session."""
        return draw_individual_sheet(sheet, self._words)

    def recovery_sheet(self, sheet: RecoverySheet) -> bytes:
        """Draw the paper key of a vault."""
        return draw_recovery_sheet(sheet, self._words)

    def key_shares(self, shares: KeyShares) -> bytes:
        """Draw the three parts of a key, a sheet each."""
        return draw_key_shares(shares, self._words)

    def enrolment_slip(self, slip: EnrolmentSlip) -> bytes:
        """Draw the digits of a party's keys."""
        return draw_enrolment_slip(slip, self._words)

    def export_slip(self, slip: ExportSlip) -> bytes:
        """Draw the receipt of a file that went out or came in."""
        return draw_export_slip(slip, self._words)

    def access_record(self, record: AccessRecord) -> bytes:
        """Draw what is held about a person."""
        return draw_access_record(record, self._words)

    def drill_report(self, report: DrillReport) -> bytes:
        """Draw the record of a restore drill."""
        return draw_drill_report(report, self._words)

    def week(self, sheet: WeekSheet) -> bytes:
        """Draw the plan of a week on one page."""
        return draw_week(sheet, self._words)

    def plan(self, sheet: PlanSheet) -> bytes:
        """Draw an individual plan with lines to sign."""
        return draw_plan(sheet, self._words)

    def document(self, document: Document) -> bytes:
        """Draw a document of flowing text and tables."""
        return draw_document(document, self._words)

    def certificates(self, certificates: Sequence[Certificate]) -> bytes:
        """Draw certificates of one title and foot, a page each."""
        return draw_certificates(certificates, self._words)

    def hand_over_letter(self, letter: HandOverLetter) -> bytes:
        """Draw a letter to a body that helps after release."""
        return draw_hand_over_letter(letter, self._words)

    def consent(self, sheet: ConsentSheet) -> bytes:
        """Draw the sheet of a consent or agreement."""
        return draw_consent(sheet, self._words)

    def report(self, report: Report) -> bytes:
        """Draw a report."""
        return draw_report(report, self._words)
