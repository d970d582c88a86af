"""Runs the cells of a notebook in a kernel and writes the notebook with its outputs: notebooks.py KERNEL INPUT OUTPUT

nbconvert does not serve here: Deno's kernel now and then says that it is idle before it hands over a result (2 times in 40 on a busy
machine), and nbconvert has stopped listening by then, so that a table is missing. Other front ends take a late result.
"""

import json
import queue
import sys
import time

from jupyter_client.manager import start_new_kernel

LATE = 2.0  # seconds that a result may come after the kernel is idle
LIMIT = 120.0  # seconds that a cell may take


def run_cell(client, code, late):
    request = client.execute(code)
    outputs, idle = [], None
    begin = time.monotonic()
    while time.monotonic() - begin < LIMIT:
        if idle is not None and (time.monotonic() - idle > late or any("data" in one or "ename" in one for one in outputs)):
            return outputs
        try:
            message = client.get_iopub_msg(timeout=0.1)
        except queue.Empty:
            continue
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            idle = time.monotonic()
        elif kind == "stream":
            outputs.append({"output_type": kind, "name": content["name"], "text": content["text"]})
        elif kind in ("execute_result", "display_data"):
            outputs.append({"output_type": kind, "data": content["data"]})
        elif kind == "error":
            outputs.append({"output_type": kind, "ename": content["ename"], "evalue": content["evalue"]})
    return [*outputs, {"output_type": "error", "ename": "TimeoutError", "evalue": "the cell never ended"}]


def main():
    kernel, source, target = sys.argv[1:]
    with open(source, encoding="utf8") as file:
        notebook = json.load(file)
    manager, client = start_new_kernel(kernel_name=kernel, startup_timeout=60)
    try:
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"] = run_cell(client, "".join(cell["source"]), LATE if kernel == "deno" else 0.2)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    with open(target, "w", encoding="utf8") as file:
        json.dump(notebook, file)


main()
