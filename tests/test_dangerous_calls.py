"""What could turn a mail or a file into a program is not called anywhere, but for a few places that are named here."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = {"pickle", "cPickle", "dill", "marshal", "shelve", "joblib", "cloudpickle", "subprocess", "pty", "xmlrpc"}
BUILTINS = {"eval", "exec", "compile", "__import__"}
OF_MODULES = {
    "os": {"system", "popen", "fork", "execv", "execvp", "spawnv"},
    "yaml": {"load", "unsafe_load", "full_load"},
}
ALLOWED = {
    ("triage/demo/run.py", "subprocess"),  # starts our own interpreter with our own module
    ("triage/reader/serving.py", "fork"),  # mails are read in children with limits
    ("triage/store/copying.py", "subprocess"),  # pg_dump and pg_restore, told by the operator's address alone
}


def _found(path: Path, root: Path = ROOT) -> set[tuple[str, str]]:
    name = str(path.relative_to(root))
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").partition(".")[0]} & MODULES
        elif isinstance(node, ast.Call):
            found |= _called(node.func)
            found |= {"shell=True" for word in node.keywords if word.arg == "shell"}
            found |= {"allow_pickle" for word in node.keywords if word.arg == "allow_pickle" and _is_true(word.value)}
    return {(name, what) for what in found}


def _called(func: ast.expr) -> set[str]:
    """The dangerous thing that is called, if it is one."""
    if isinstance(func, ast.Name):
        return {func.id} & BUILTINS
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name):
        return {func.attr} & OF_MODULES.get(func.value.id, set())
    return set()


def _is_true(value: ast.expr) -> bool:
    return not (isinstance(value, ast.Constant) and value.value is False)


def test_nothing_loads_pickles_runs_programs_or_evaluates_words():
    found = {one for path in sorted((ROOT / "triage").rglob("*.py")) for one in _found(path)}
    assert found - ALLOWED == set()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("import pickle", "pickle"),
        ("from joblib import load", "joblib"),
        ("eval('1')", "eval"),
        ("os.system('x')", "system"),
        ("run('x', shell=True)", "shell=True"),
        ("np.load('x', allow_pickle=True)", "allow_pickle"),
        ("yaml.load('x')", "load"),
    ],
)
def test_the_rule_sees_what_it_looks_for(tmp_path: Path, words: str, what: str):
    (tmp_path / "bad.py").write_text(words)
    assert _found(tmp_path / "bad.py", tmp_path) == {("bad.py", what)}


def test_only_the_mail_modules_and_the_demo_open_connections():
    allowed = (
        "triage/mail/",
        "triage/demo/",
        "triage/web/serve.py",
        "triage/reader/serving.py",  # a pair of sockets between parent and child
        "triage/usecases/instance.py",  # asks for this machine's name
    )
    for path in sorted((ROOT / "triage").rglob("*.py")):
        names = {
            (alias.name if isinstance(node, ast.Import) else str(node.module)).partition(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        risky = names & {"socket", "requests", "httpx", "urllib3", "aiohttp", "smtplib", "imapclient", "ftplib"}
        assert not risky or str(path.relative_to(ROOT)).startswith(allowed), f"{path}: {risky}"
