"""The frame of every program here: one request as JSON on standard input, one answer as JSON on file descriptor 3.

What the project's own code prints goes wherever it prints it and cannot be taken for the answer. Standard input is at
its end once the request is read: code that asks a question fails at once instead of waiting for ever.
"""
import json
import os
import sys
import traceback


def answer_with(work):
    request = json.loads(sys.stdin.buffer.read())
    sys.path.insert(0, request["root"])
    os.chdir(request["root"])
    try:
        answer = work(request)
    except BaseException as error:  # SystemExit, too: a command that gives up says so this way
        answer = {"error": described(error), "trace": traceback.format_exc()}
    with os.fdopen(3, "w", encoding="utf-8") as channel:
        json.dump(answer, channel)


def described(error):
    text = str(error).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
