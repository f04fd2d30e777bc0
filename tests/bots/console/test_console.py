"""The console as people use it: real processes, real sockets, a home of their own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.databases import fresh

ROOT = Path(__file__).parents[3]


@pytest.fixture
def viva(tmp_path):
    """Runs `viva ...` in a fresh home, as a person in Berlin whose system speaks English."""
    fresh(tmp_path / "home" / "viva.db")  # a first start of its own would cost a second a test
    return Viva(tmp_path / "home")


class Viva:
    def __init__(self, home):
        kept = {key: value for key, value in os.environ.items() if not _is_ours(key)}
        self.environ = {
            **kept,
            "VIVA_HOME": str(home),
            "VIVA_LLM": "none",
            "LANG": "en_GB.UTF-8",
            "LC_ALL": "",
        }
        self.environ |= {"TZ": "Europe/Berlin", "PYTHONPATH": str(ROOT)}

    def __call__(self, *words, said=""):
        return subprocess.run(
            [sys.executable, "-m", "bots", *words],
            check=False,
            capture_output=True,
            text=True,
            input=said,
            env=self.environ,
            timeout=60,
            cwd=ROOT,
        )

    @contextmanager
    def serving(self):
        """`viva serve` on a free port, ended as a service manager ends it."""
        command = [sys.executable, "-m", "bots", "serve", "--port", "0"]
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env=self.environ, cwd=ROOT
        ) as process:
            assert process.stderr is not None
            for line in process.stderr:
                if "viva serves" in line:
                    break
            try:
                yield process
            finally:
                process.send_signal(signal.SIGTERM)
                process.stderr.read()
                process.wait(30)


def _is_ours(key):
    return key.startswith(("VIVA_", "TELEGRAM_", "SLACK_", "ALEXA_"))


def test_one_message_one_answer(viva):
    done = viva("send", "note that osmosis needs a membrane")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Saved: osmosis needs a membrane\n"


def test_a_first_start_makes_its_home(viva, tmp_path):
    viva.environ["VIVA_HOME"] = str(tmp_path / "nothing" / "yet")

    assert "Saved: one" in viva("send", "note one").stdout
    assert (tmp_path / "nothing" / "yet").stat().st_mode & 0o777 == 0o700


def test_json_is_exactly_one_object_with_the_promised_fields(viva):
    done = viva("send", "remind me in two hours to stretch", "--json")
    told = json.loads(done.stdout)

    assert {"turn", "utterance", "intent", "skill", "reply", "timings_ms", "error"} == set(told)
    assert {"text", "language", "confidence"} == set(told["utterance"])
    assert {"name", "slots", "confidence"} == set(told["intent"])
    assert told["intent"]["name"] == "reminders.create"
    assert told["intent"]["slots"]["text"] == "stretch"
    assert told["skill"] == "reminders"
    assert {"text", "speech", "choices"} <= set(told["reply"])
    assert {"transcribe", "see", "read", "understand", "route"} == set(told["timings_ms"])
    assert told["error"] is None


def test_not_understood_is_an_answer_with_no_intent(viva):
    done = viva("send", "xyzzy plugh", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["intent"] is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["send", ""], "There are no words in it."),
        (["send", "  ", "--lang", "de"], "Darin sind keine Worte."),
        (["send", "--voice", "none.ogg", "--lang", "es"], "No existe el archivo «none.ogg»."),
        (["send", "--voice", "README.md", "--lang", "ru"], "Не могу открыть эту запись."),
        (["send", "hi", "--lang", "fr"], "not “fr”"),
        (["send", "x" * 40_001], "This text is too long for me"),
        (["journal", "show", "99"], "There is no turn 99"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(viva, words, sentence):
    done = viva(*words)

    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_recording_that_is_none_is_kept_and_answered_all_the_same(viva):
    viva("send", "--voice", "README.md")
    listed = json.loads(viva("journal", "list", "--json").stdout)

    assert [(one["state"], one["conversation"][:13]) for one in listed] == [
        ("done", "console:main:")
    ]


def test_lines_in_replies_out(viva):
    done = viva(
        "chat", said="note that tests come first\n\n/lang de\nzeig mir meine Notizen\n/as Ben\n"
    )

    assert done.returncode == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "Saved: tests come first"
    assert "• tests come first" in lines
    assert "Ben" in lines[-1]


def test_bytes_that_are_no_text_do_no_harm(viva):
    done = subprocess.run(
        [sys.executable, "-m", "bots", "chat"],
        check=False,
        capture_output=True,
        input=b"note caf\xe9 \xff\n",
        env=viva.environ,
        cwd=ROOT,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Saved: caf")


def test_terminals_join_the_process_that_serves_and_a_second_is_refused(viva):
    with viva.serving():
        sent = viva("send", "note that we are served")
        listed = viva("send", "show my notes")
        second = viva("serve", "--port", "0")

    assert sent.stdout == "Saved: we are served\n"
    assert "• we are served" in listed.stdout
    assert second.returncode == 2
    assert "served by another process already" in second.stderr


def test_a_reminder_that_was_due_while_nobody_was_there_comes_once_and_says_it_is_late(viva):
    viva("send", "remind me in one second to breathe")
    time.sleep(2)
    first = viva("send", "show my notes")
    second = viva("send", "show my notes")

    assert "breathe" in first.stderr
    assert second.stderr == ""


def test_what_was_said_is_shown_by_the_journal(viva):
    viva("send", "note that I am kept")
    shown = json.loads(viva("journal", "show", "1", "--json").stdout)

    assert shown["intent"] == "notes.save"
    assert shown["message"]["parts"] == [{"text": "note that I am kept"}]
    assert [one["state"] for one in shown["replies"]] == ["sent"]
    assert shown["replies"][0]["receipt"]["outcome"] == "confirmed"


def test_the_doctor_lists_every_channel_and_provider(viva):
    found = json.loads(viva("doctor", "--json").stdout)

    assert {"console", "telegram", "faster-whisper"} <= {one["name"] for one in found}
    for one in found:
        assert {"name", "capability", "state", "needs", "detail"} == set(one)
        assert one["state"] in {"on", "off", "broken"}
        assert one["needs"] or one["state"] != "off"


def test_half_a_setting_is_told_and_nothing_starts(viva):
    viva.environ["TELEGRAM_BOT_TOKEN_MENTOR"] = "123456:secret-token-that-must-not-show"
    done = viva("serve", "--port", "0")

    assert done.returncode == 2
    assert "TELEGRAM_WEBHOOK_SECRET" in done.stderr
    assert "must-not-show" not in done.stderr + done.stdout


def test_a_wrong_setting_of_a_provider_stops_the_start_with_all_others(viva, tmp_path):
    viva.environ["VIVA_STT_FASTER_WHISPER_MODEL"] = str(tmp_path / "nowhere")
    viva.environ["VIVA_VISION"] = "eyes"
    done = viva("send", "hi")

    assert done.returncode == 2
    assert "VIVA_STT_FASTER_WHISPER_MODEL" in done.stderr
    assert "there is no eyes" in done.stderr


def test_a_taken_port_is_told(viva):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = viva("serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_home_with_a_long_path_works(viva, tmp_path):
    viva.environ["VIVA_HOME"] = str(tmp_path / ("long-" * 30))

    assert "Saved: far" in viva("send", "note far").stdout


def test_a_time_zone_that_is_a_file_is_no_name(viva):
    viva.environ["TZ"] = ":/etc/localtime"

    assert viva("send", "note one").stdout == "Saved: one\n"


def test_a_home_that_cannot_be_is_one_sentence(viva, tmp_path):
    (tmp_path / "file").touch()
    viva.environ["VIVA_HOME"] = str(tmp_path / "file")
    done = viva("send", "hello")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "VIVA_HOME" in done.stderr


def test_many_at_once_without_a_server_are_all_answered(viva):
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda number: viva("send", f"note number {number}"), range(4)))

    assert [one.stdout for one in done] == [f"Saved: number {number}\n" for number in range(4)]
    assert [one.returncode for one in done] == [0] * 4


def test_a_terminal_that_lacks_our_letters_is_answered_all_the_same(viva):
    viva.environ["PYTHONIOENCODING"] = "latin-1"

    assert viva("send", "note при").stdout == "Saved: ???\n"
