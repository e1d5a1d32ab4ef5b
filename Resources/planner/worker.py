"""Plans what a centre holds, and hides small numbers, for the program which started it.

Reads one JSON object a line from the standard input and answers on the standard output; `docs/planner.md` tells every field and its unit. The first line
brings the other files of this folder, which are the parts of this program, each line after it is a job:

    {"parts": {"case": text of case.py, …}}   {"ready": true}
    {"work": "plan", …}     many {"step", "value", "bound", "gap", "groups"}, then {"plan": …}, {"contradiction": [names of rules]} or {"stopped": …}
    {"work": "attack", …}   {"attack": …}
    {"work": "hide", …}     {"hide": …}
    {"work": "stop"}        ends the job at once; a plan so far is told

What cannot be done is answered with {"fault": why}.
"""

import json, os, sys, threading, types

# One thread, or sums would depend on how many there are.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
# In the order in which they need each other.
PARTS = ["case", "relaxation", "plan", "watch", "model", "pins", "report", "run", "cells"]


def load(texts):
    """Makes the parts modules that can be imported, as if they stood in a folder."""
    for name in PARTS:
        module = types.ModuleType(name)
        sys.modules[name] = module
        exec(compile(texts[name], name + ".py", "exec"), module.__dict__)


def answer(job, kind, watch, say):
    from case import Fault
    from watch import Stopped

    try:
        if kind == "plan":
            from run import Run

            return Run(job, say, watch).run()
        if kind in ("attack", "hide"):
            import cells

            return {kind: getattr(cells, kind)(job, watch)}
        return {"fault": "no work " + kind}
    except Stopped:
        return {"stopped": "asked" if watch.asked.is_set() else "time"}
    except Fault as fault:
        return {"fault": str(fault)}
    except Exception as error:
        return {"fault": "%s: %s" % (type(error).__name__, error)}


def serve():
    """Answers jobs until the input ends, which ends everything at once: nothing is written anywhere but to the line."""
    line = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    jobs, ready, current = [], threading.Semaphore(0), [None]

    def say(answer):
        line.write(json.dumps(answer, ensure_ascii=False) + "\n")
        line.flush()

    def read():
        from watch import Watch

        for text in sys.stdin:
            try:
                job = json.loads(text)
                kind = str(job["work"])
            except (ValueError, KeyError, TypeError):
                job, kind = {}, "unreadable"
            if kind == "stop":
                for _, _, watch in list(jobs) + list(current):
                    watch.asked.set()
                continue
            watch = Watch(job.get("seconds") or 600, say)
            jobs.append((job, kind, watch))
            ready.release()
        os._exit(0)

    first = sys.stdin.readline()
    if not first:
        return
    load(json.loads(first)["parts"])
    say({"ready": True})
    threading.Thread(target=read, daemon=True).start()
    while True:
        ready.acquire()
        current[:] = [jobs[0]]
        del jobs[0]
        said = answer(*current[0], say)
        current.clear()
        say(said)


if __name__ == "__main__":
    serve()
