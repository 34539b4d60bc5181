"""Answers one JSON line per JSON line, each request in a process of its own.

ORMs keep registries per process: a second project in the same process would meet the first one's classes. A fork of a
process that has imported the ORM, and nothing else, costs a few milliseconds instead of a start.
"""
import json
import multiprocessing
import os
import sys
import traceback
from contextlib import redirect_stdout


def serve(answer):
    """Calls `answer(request)` for each request until the input ends."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    for line in sys.stdin:
        print(json.dumps(answer_apart(context, answer, json.loads(line))), flush=True)


def answer_apart(context, answer, request):
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=answer_into, args=(sender, answer, request))
    process.start()
    sender.close()
    try:
        return receiver.recv()
    except EOFError:
        return {"error": "The process ended without an answer."}
    finally:
        process.join()


def answer_into(sender, answer, request):
    """Whatever the project prints goes to stderr: stdout carries the answers."""
    try:
        with redirect_stdout(sys.stderr):
            sender.send(answer(request))
    except BaseException as error:
        lines = traceback.format_exception_only(error)
        sender.send({"error": "".join(lines).strip()})
    finally:
        sender.close()
        sys.stderr.flush()
        os._exit(0)
