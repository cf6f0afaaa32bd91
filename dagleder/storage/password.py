"""Setting, changing and removing the password: a new file under a new key, then the copies."""

from pathlib import Path

from dagleder.storage.backup_rewrite import BackupRewrite, RewriteReceipt
from dagleder.storage.database import Database
from dagleder.storage.keys import Key, fresh_key
from dagleder.storage.open_house import OpenHouse
from dagleder.storage.secret import Password


def set_password(database: Database, password: Password | None) -> RewriteReceipt:
    """Put the house under `password` (None: under no password), and its own copies at once.

    Background work: a second or two. The old recovery key is void afterwards; `database.recovery_key`
    is the new one. On any problem the house stays as it was, under its old password.
    """
    if password is not None:
        password.check_new()
    key = fresh_key(password)
    shelf, second = database.shelves()
    copies = BackupRewrite(shelf, second, database.key_for, key)

    def build(house: OpenHouse, target: Path) -> Key:
        house.copy_to(target, key)
        copies.prepare()
        return key

    try:
        database.exchange(build)
    except BaseException:
        copies.abandon()
        raise
    return copies.finish(remove_failed=True)
