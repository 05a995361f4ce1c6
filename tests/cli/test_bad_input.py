"""Bad input: a clear message that names the file and what to do, never a
crash, and what was there before is intact."""
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time

from cli import CLI, FOUNDING, analysed_project, call, scratch
from tap import case, run


def fails_clearly(answer, path, *codes):
    assert answer.code in codes, (answer.code, answer.err)
    assert os.path.basename(str(path)) in answer.err, answer.err
    assert "error:" in answer.err and len(answer.err.strip()) > 30, answer.err


def extract_fails(name, contents):
    path = scratch() / name
    path.write_bytes(contents)
    answer = call("extract", path)
    fails_clearly(answer, path, 1)
    line, = answer.lines
    assert not line["articles"] and line["diagnostics"][0]["what"]
    return line


def fingerprint(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@case
def an_empty_file():
    extract_fails("empty.txt", b"")
    extract_fails("blank.txt", b" \n\n\t\n")


@case
def a_binary_file():
    extract_fails("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20)
    extract_fails("program.bin", b"\x7fELF\2\1\1\0" + bytes(4000))


@case
def a_file_that_is_not_there():
    answer = call("extract", "/no/such/file.txt")
    fails_clearly(answer, "file.txt", 1)


@case
def other_files_go_on():
    bad = scratch() / "empty.txt"
    bad.write_bytes(b"")
    answer = call("analyse", bad, FOUNDING)
    fails_clearly(answer, bad, 1)
    assert len(answer.lines) == 1


@case
def fifty_megabytes_of_text():
    path = scratch() / "big.txt"
    sentence = b"The ministry said on Monday that the bridge would be finished within four years.\n"
    path.write_bytes(sentence * (50_000_000 // len(sentence)))
    answer = call("extract", path, timeout=60)
    if answer.code == 0:
        line, = answer.lines
        assert len(line["articles"][0]["text"]) > 45_000_000
    else:
        fails_clearly(answer, path, 1)


@case
def fifty_megabytes_of_html():
    path = scratch() / "big.html"
    path.write_bytes(b"<html><body>" + b"<div><p>word word word.</p>" * 2_000_000)
    answer = call("extract", path, timeout=60)
    assert answer.code in (0, 1), answer.code
    if answer.code:
        fails_clearly(answer, path, 1)


@case
def legacy_charsets_are_read():
    place = scratch()
    for name, charset, word in (("ko.txt", "euc-kr", "여객선이 침몰했다"), ("ru.txt", "koi8-r", "Президент заявил"),
                                ("zh.txt", "gb18030", "铁路大桥推迟")):
        path = place / name
        path.write_bytes((word + "。 " if name == "zh.txt" else word + ". ").encode(charset) * 40)
        line, = call("extract", path).expect(0).lines
        assert word in line["articles"][0]["text"], name
        assert line["diagnostics"], f"{name}: decoded without a word"


@case
def invalid_utf8_never_passes_silently():
    path = scratch() / "mixed.txt"
    path.write_bytes(b"The minister said on Monday that the caf\xe9 was closed.\n" * 20)
    line, = call("extract", path).expect(0).lines
    assert "said on Monday" in line["articles"][0]["text"] and line["diagnostics"]


@case
def a_page_without_an_article():
    extract_fails("nav.html", b"<html><head><title>Links</title></head><body><nav>" +
                  b"<a href='/a'>Home</a><a href='/b'>News</a>" * 20 + b"</nav></body></html>")


@case
def truncated_html_gives_what_is_there():
    paragraph = "<p>The ministry said on Monday that the bridge would be finished within four years, at a cost of 900 million crowns.</p>"
    page = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{paragraph * 6}<p>And the mini"
    path = scratch() / "cut.html"
    path.write_text(page)
    line, = call("extract", path).expect(0).lines
    assert line["articles"][0]["text"].count("900 million") == 6


@case
def a_broken_collection_names_the_line():
    path = scratch() / "broken.jsonl"
    path.write_text('{"id":"a","text":"One."}\n{"id":"b","text":\n')
    answer = call("analyse", "--articles", path)
    fails_clearly(answer, path, 3)
    assert "line 2" in answer.err


@case
def damaged_conllu_names_the_line():
    good = "# text = Yes\n1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    for name, bad in (("columns", b"1\tno\t_\n"), ("order", b"2\tno" + b"\t_" * 8 + b"\n"),
                      ("bytes", b"1\t\xff" + b"\t_" * 8 + b"\n"), ("nul", b"1\t\0" + b"\t_" * 8 + b"\n"),
                      ("range", b"1-2\tno" + b"\t_" * 8 + b"\n\n"), ("text", b"Dear reader,\n"),
                      ("binary", bytes(range(128, 256)) * 40)):
        path = scratch() / f"{name}.conllu"
        path.write_bytes(good.encode() + bad + good.encode())
        answer = call("parse", path)
        fails_clearly(answer, path, 1)
        assert ("line 5" if name == "range" else "line 4") in answer.err, answer.err
        assert answer.out.startswith("# text = Yes\n1\tYes\t") and answer.out.count("\n") == 3, name


@case
def conllu_that_is_not_there_or_empty():
    fails_clearly(call("parse", "/no/such/file.conllu"), "file.conllu", 3)
    fails_clearly(call("parse", "/tmp"), "tmp", 3)
    assert call("parse", "-", stdin=b"").expect(0).out == ""
    assert call("parse", "-", stdin=b"\n\n# a\n").expect(0).out == "\n\n# a\n"


@case
def a_line_without_end_is_no_conllu():
    path = scratch() / "long.conllu"
    path.write_bytes(b"x" * 40_000_000)
    answer = call("parse", path)
    fails_clearly(answer, path, 1)
    assert "line 1" in answer.err


@case
def a_conllu_sentence_of_100_000_words():
    row = "\tword" + "\t_" * 8 + "\n"
    path = scratch() / "long.conllu"
    path.write_text("".join(f"{n}{row}" for n in range(1, 100_001)) + "\n")
    answer = call("parse", path).expect(0)
    assert answer.out.count("\n") == 100_001


@case
def embed_takes_strange_lines():
    path = scratch() / "strange.txt"
    path.write_bytes("\n \u200b\n😀😀\n\ufeff\n".encode() + b"caf\xe9\n" + b"(" * 5000 + b"\n" + b"a" * 100_000 + b"\r\n")
    answer = call("embed", path)
    if answer.code == 3:  # no model
        assert "model" in answer.err
        return
    fails_clearly(answer, path, 1)
    assert "line 5" in answer.err
    assert [abs(sum(x * x for x in v) - 1) < 1e-4 for v in answer.lines] == [True] * 7
    fails_clearly(call("embed", "/no/such/file.txt"), "file.txt", 3)


@case
def strange_texts_do_not_crash_the_engine():
    place = scratch()
    texts = ["a", ".", "“", "A" * 200_000, "word " * 20_000, "He said. " * 4_000, "\u200b\u202e\ufeff", "😀" * 500,
             "KIM SAID THAT XI SAID THAT KIM SAID " * 200, "said said said " * 5_000, "( [ { “ ‘ «" * 500,
             "On Monday Tuesday Wednesday 2025-13-45 99:99 " * 500, "Mr. Mr. Mr. Dr. U. S. " * 2_000,
             "노동신문은 김정은이 말했다고 전했다.", "قال الوزير إن الجسر", "\u0000x".replace("\u0000", " ")]
    path = place / "strange.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": t, "language": "en"}) + "\n" for n, t in enumerate(texts)))
    answer = call("analyse", "--articles", path, timeout=120).expect(0)
    for line, text in zip(answer.lines, texts):
        assert line["text"] == text
        for key in ("mentions", "times", "quantities"):
            assert all(0 <= x["span"][0] < x["span"][1] <= len(text) for x in line[key])
    call("compare", "--articles", path, timeout=120).expect(0)


@case
def a_project_that_is_not_ours_is_left_alone():
    place = scratch()
    text = place / "text.parallax"
    text.write_text("not a database")
    other = place / "other.parallax"
    base = sqlite3.connect(other)
    base.execute("create table t (x)")
    base.commit()
    base.close()
    for path in (text, other):
        before = fingerprint(path)
        fails_clearly(call("info", path), path, 3)
        fails_clearly(call("import", path, FOUNDING), path, 3)
        assert fingerprint(path) == before


@case
def a_newer_project_is_left_alone():
    project = analysed_project(scratch(), FOUNDING)
    base = sqlite3.connect(project)
    base.execute("pragma journal_mode = delete")
    base.execute("pragma user_version = 9999")
    base.commit()
    base.close()
    before = fingerprint(project)
    answer = call("info", project)
    fails_clearly(answer, project, 3)
    assert "newer" in answer.err
    assert fingerprint(project) == before


@case
def a_damaged_project_is_said_to_be_damaged():
    project = analysed_project(scratch(), FOUNDING)
    data = bytearray(project.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at:at + 200] = os.urandom(200)
    project.write_bytes(data)
    before = fingerprint(project)
    fails_clearly(call("info", project), project, 1, 3)
    assert fingerprint(project) == before


@case
def a_truncated_project():
    project = analysed_project(scratch(), FOUNDING)
    project.write_bytes(project.read_bytes()[:10_000])
    fails_clearly(call("info", project), project, 3)


@case
def a_locked_project():
    project = analysed_project(scratch(), FOUNDING)
    other = project.parent / "other.txt"
    other.write_text("The harbour opened again on Tuesday, the mayor said.")
    holder = sqlite3.connect(project, isolation_level=None)
    holder.execute("begin exclusive")
    answer = call("import", project, other, timeout=60)
    holder.rollback()
    fails_clearly(answer, project, 3)
    call("check", project).expect(0)


@case
def new_never_writes_over_a_file():
    project = analysed_project(scratch(), FOUNDING)
    before = fingerprint(project)
    fails_clearly(call("new", project), project, 3)
    assert fingerprint(project) == before


@case
def a_folder_that_cannot_be_written():
    answer = call("new", "/proc/x.parallax")
    fails_clearly(answer, "x.parallax", 3)
    project = analysed_project(scratch(), FOUNDING)
    answer = call("export", project, "--format", "pdf", "-o", "/proc/no/such.pdf")
    assert answer.code == 3 and "error:" in answer.err


@case
def killing_an_import_loses_nothing():
    place = scratch()
    many = place / "many"
    many.mkdir()
    for n in range(200):
        (many / f"{n:03}.txt").write_text(FOUNDING.read_text().replace("Pyongyang", f"Town{n}"))
    project = place / "killed.parallax"
    call("new", project).expect(0)
    for delay in (0.02, 0.05, 0.1, 0.2):
        importing = subprocess.Popen([CLI, "import", str(project), str(many)], stdout=subprocess.DEVNULL)
        time.sleep(delay)  # the moment of the kill is the point, not a wait for a result
        importing.send_signal(signal.SIGKILL)
        importing.wait()
        call("check", project).expect(0)
    call("import", project, many).expect(0)
    info, = call("info", project).expect(0).lines
    assert info["articles"] == 200


@case
def a_full_disk_while_importing():
    """A file system of its own, too small for what comes."""
    place = scratch()
    disk = place / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True)
    limit = None
    if mounted.returncode:  # not root: the shell's file size limit fails writes in the same place
        limit = "ulimit -f 1200; "
    try:
        project = disk / "full.parallax"
        call("new", project).expect(0)
        call("import", project, FOUNDING).expect(0)
        big = place / "big.txt"
        big.write_bytes(os.urandom(2_000_000).hex().encode())
        if limit:
            done = subprocess.run(["sh", "-c", limit + f"trap '' XFSZ; exec {CLI} import {project} {big}"], capture_output=True)
            code, err = done.returncode, done.stderr.decode()
        else:
            answer = call("import", project, big)
            code, err = answer.code, answer.err
        assert code in (1, 3) and "error:" in err, (code, err)
        info, = call("info", project).expect(0).lines
        assert info["articles"] == 1
        call("check", project).expect(0)
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", str(disk)], check=True)
        shutil.rmtree(place, ignore_errors=True)


@case
def a_read_only_project_can_be_read():
    project = analysed_project(scratch(), FOUNDING)
    folder = project.parent
    os.chmod(project, 0o444)
    os.chmod(folder, 0o555)
    as_nobody = ["setpriv", "--reuid=65534", "--clear-groups"] if os.getuid() == 0 else []
    if as_nobody:
        os.chmod(folder, 0o555)
    try:
        done = subprocess.run([*as_nobody, CLI, "info", str(project)], capture_output=True, text=True,
                              env={**os.environ, "HOME": "/tmp"})
        assert done.returncode == 0 and json.loads(done.stdout)["articles"] == 1, done.stderr
        done = subprocess.run([*as_nobody, CLI, "import", str(project), str(FOUNDING)], capture_output=True, text=True,
                              env={**os.environ, "HOME": "/tmp"})
        assert done.returncode == 3 and "read" in done.stderr, (done.returncode, done.stderr)
    finally:
        os.chmod(folder, 0o755)
        os.chmod(project, 0o644)


run()
