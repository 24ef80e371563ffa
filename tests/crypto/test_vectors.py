"""The published vectors are the judge of every byte that crypto makes."""

import json
from base64 import b64decode
from pathlib import Path

from tcdesk.crypto.digests import blake2b_512, hmac_sha256, sha256
from tcdesk.crypto.fingerprint import digits, same_digits
from tcdesk.crypto.passphrase import COST, derive, hkdf, passphrase_bytes
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import PublicKey, SigningKey, note_message
from tcdesk.crypto.wrapping import unwrap, wrap

VECTORS = json.loads(
    (Path(__file__).parent.parent / "vectors" / "security-vectors.json").read_text("utf-8")
)
SLOT = VECTORS["slot"]


def kek():
    return Secret(bytes.fromhex(SLOT["kek_hex"]))


def test_a_passphrase_is_hashed_as_nfc_utf8():
    assert passphrase_bytes(SLOT["password"]).hex() == VECTORS["password_utf8_nfc_hex"]


def test_argon2id_and_the_key_derived_from_it_follow_the_vector():
    kdf = SLOT["slot"]["kdf"]
    assert (COST.m_kib, COST.t, COST.p) == (kdf["m_kib"], kdf["t"], kdf["p"])
    key = derive(SLOT["password"], b64decode(kdf["salt"]), COST)
    assert key.reveal().hex() == SLOT["argon2id_out_hex"]
    info = f"tcdesk/v1/kek\0{SLOT['vault_id']}\0{SLOT['slot']['slot_id']}".encode()
    assert hkdf(key, info=info).reveal().hex() == SLOT["kek_hex"]


def test_the_slot_opens_and_wraps_again_to_the_same_bytes():
    nonce, ct = b64decode(SLOT["slot"]["nonce"]), b64decode(SLOT["slot"]["ct"])
    aad = SLOT["aad"].encode()
    keys = unwrap(kek(), nonce, ct, aad)
    assert keys.reveal().hex() == SLOT["secret96_hex"]
    assert wrap(kek(), nonce, keys, aad) == ct


def test_the_raw_key_and_the_identity_text_are_one():
    raw = bytes.fromhex(SLOT["secret96_hex"])[:32]
    identity = Identity(Secret(raw))
    assert identity.text.reveal().decode() == SLOT["identity"]
    assert identity.recipient == SLOT["slot"]["recipient"]
    assert Identity.from_text(SLOT["identity"]).raw.reveal() == raw


def test_the_header_mac_key_and_mac_follow_the_vector():
    dek = Secret(bytes.fromhex(VECTORS["dek"]["dek_hex"]))
    pin = bytes.fromhex(VECTORS["dek"]["pin_hex"])
    key = hkdf(dek, salt=pin, info=b"tcdesk/v1/header-mac")
    assert key.reveal().hex() == VECTORS["dek"]["header_mac_key_hex"]
    canonical = VECTORS["header"]["canonical_without_mac"].encode()
    assert hmac_sha256(key.reveal(), canonical).hex() == VECTORS["header"]["mac"]


def test_the_note_signature_follows_the_vector():
    vector = VECTORS["note_signature"]
    message = note_message(vector["canonical"].encode())
    assert message.hex() == vector["message_hex"]
    key = SigningKey(Secret(bytes.fromhex(vector["user_ed25519_seed_hex"])))
    assert key.sign(message).hex() == vector["signature_hex"]
    key.public.verify(bytes.fromhex(vector["signature_hex"]), message)


def test_the_fingerprint_follows_the_vector_and_typing_is_forgiving():
    vector = VECTORS["fingerprint"]
    key = PublicKey(bytes.fromhex(vector["sign_pub_hex"]))
    assert digits(key, vector["recipient"]) == vector["digits"]
    assert same_digits(" 7008762916-80109308020640046195", key, vector["recipient"])
    assert not same_digits("70087 62916 80109 30802 06400 46196", key, vector["recipient"])


def test_the_minisign_parts_follow_the_vector():
    vector = VECTORS["bundle"]
    key = SigningKey(Secret(bytes.fromhex(vector["unit_sign_seed_hex"])))
    assert key.public.raw.hex() == vector["unit_sign_pub_hex"]
    assert key.public.key_id.hex() == vector["key_id_hex"]
    manifest = vector["manifest"].encode()
    assert sha256(manifest).hex() == vector["manifest_sha256"]
    _, packed, comment, whole = vector["minisig"].splitlines()
    signature = key.sign(blake2b_512(manifest))
    assert b64decode(packed) == b"ED" + key.public.key_id + signature
    trusted = comment.removeprefix("trusted comment: ").encode()
    assert b64decode(whole) == key.sign(signature + trusted)
