"""Who pays, at the head of a sheet: the emblem of the Union with its statement, or a line of text.

Geometry and colours of the emblem: Interinstitutional style guide, Annex A1; its use: Regulation
(EU) 2021/1060, Annex IX. The emblem is 3 : 2; twelve stars with one point up stand like the hours
on a circle whose radius is a third of the height; each star's own circle is an eighteenth of it.
"""

from math import cos, pi, sin

from reportlab.lib.colors import Color

from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import GREY, MARGIN, Page, line_height
from tcdesk.services.papers import FunderHead

REFLEX_BLUE = Color(0, 51 / 255, 153 / 255)
YELLOW = Color(1, 204 / 255, 0)
_HEIGHT = 12.0  # the emblem may not be lower than 10 mm
_STARS = 12
_INNER = 0.381966  # inner to outer radius of a regular pentagram


def draw_emblem(page: Page, x: float, y: float, height: float) -> float:
    """Draw the emblem by its upper left corner; give its width."""
    wide = height * 1.5
    page.box(x, y, wide, height, fill=REFLEX_BLUE)
    for hour in range(_STARS):
        angle = 2 * pi * hour / _STARS
        middle_x = x + wide / 2 + height / 3 * sin(angle)
        middle_y = y + height / 2 - height / 3 * cos(angle)
        page.polygon(_star(middle_x, middle_y, height / 18), YELLOW)
    return wide


def draw_funder(page: Page, y: float, room: float, funder: FunderHead) -> float:
    """Draw the head of the funder from the left margin; give the place below it."""
    if funder.eu_emblem:
        left = MARGIN + draw_emblem(page, MARGIN, y, _HEIGHT) + 3
        page.text(left, y + 5.4, funder.statement, size=12, font=BOLD, color=REFLEX_BLUE)
        below = page.paragraph(
            left, y + 9.6, room + MARGIN - left, funder.operation, size=7.5, color=GREY
        )
        return max(y + _HEIGHT, below)
    below = page.paragraph(MARGIN, y + 4, room, funder.statement, size=9, font=BOLD)
    if funder.operation:
        below = page.paragraph(MARGIN, below, room, funder.operation, size=7.5, color=GREY)
    return max(y + _HEIGHT, below - line_height(7.5) / 2)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    corners = []
    for corner in range(10):
        reach = radius * (_INNER if corner % 2 else 1)
        angle = pi * corner / 5
        corners.append((x + reach * sin(angle), y - reach * cos(angle)))
    return corners
