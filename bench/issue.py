"""How long `gongkai issue` takes for 渭滨 from a cold start, and the writing of its files alone.

python -m bench.issue
"""

import os
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
AT_MOST_COLD, AT_MOST_WRITING = 3.0, 1.0
GONGKAI = [sys.executable, "-c", "from gongkai.config.console import main; main()"]
WRITING = "import bench.issue; bench.issue.print_writing()"


def run() -> dict[str, float]:
    """Seconds of the whole command in a new process, and of rendering .docx, .pdf and .xlsx in another
    new process once the plan is there; the best of five."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "GONGKAI_HOME": home,
            "DJANGO_SETTINGS_MODULE": "gongkai.config.settings",
        }

        def command(*arguments: str) -> float:
            start = time.perf_counter()
            subprocess.run([*GONGKAI, *arguments], env=environment, check=True, capture_output=True)
            return time.perf_counter() - start

        command("demo", "--output", f"{home}/out")
        cold = min(command("issue", "weibin", "2021Q4", "-o", f"{home}/again") for _ in range(ROUNDS))
        writing = min(
            float(
                subprocess.run(
                    [sys.executable, "-c", WRITING], env=environment, check=True, capture_output=True
                ).stdout
            )
            for _ in range(ROUNDS)
        )
    return {"cold": cold, "writing": writing}


def print_writing() -> None:
    """In a new process: plan 渭滨's notice, then time the three renderers, their first use."""
    import django

    django.setup()
    from gongkai.actions import issue
    from gongkai.notice import docx, pdf, xlsx
    from gongkai.terms import Period

    plan, _ = issue.check("weibin", Period.parse("2021Q4"))
    start = time.perf_counter()
    for renderer in (docx, pdf, xlsx):
        renderer.render(plan)
    print(time.perf_counter() - start)


def kept(result: dict[str, float]) -> bool:
    """Whether the promises hold."""
    return result["cold"] <= AT_MOST_COLD and result["writing"] <= AT_MOST_WRITING


def show(result: dict[str, float]) -> None:
    print("issue: 渭滨 2021Q4, .docx + .pdf + .xlsx, best of 5")
    print(f"  gongkai issue, cold   {result['cold']:>10.2f} s        promised at most {AT_MOST_COLD:.0f}")
    print(
        f"  writing the files     {result['writing']:>10.2f} s        promised at most {AT_MOST_WRITING:.0f}"
    )


if __name__ == "__main__":
    show(run())
