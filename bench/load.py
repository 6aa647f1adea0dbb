"""Twenty people at one page, each asking again as soon as it is answered; no think time, on kept connections."""

import asyncio
import time
from urllib.parse import quote

USERS = 20


async def latencies(host: str, port: int, path: str, cookie: str, requests: int) -> list[float]:
    """Seconds from asking to the last byte of each of `requests` answers; raises where one is not 200."""
    asked = iter(range(requests))
    taken: list[float] = []
    text = (
        f"GET {quote(path, safe='/?&=%')} HTTP/1.1\r\nHost: {host}:{port}\r\n"
        f"Cookie: sessionid={cookie}\r\nAccept-Encoding: gzip\r\n\r\n"
    ).encode()

    async def user() -> None:
        reader, writer = await asyncio.open_connection(host, port)
        for _ in asked:
            start = time.perf_counter()
            writer.write(text)
            await _answer(reader)
            taken.append(time.perf_counter() - start)
        writer.close()

    await asyncio.gather(*(user() for _ in range(USERS)))
    return taken


async def _answer(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if " 200 " not in head.split("\r\n", 1)[0]:
        raise RuntimeError(head)
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    await reader.readexactly(int(fields["content-length"]))


def p95(taken: list[float]) -> float:
    """The time that 95 of 100 stay within."""
    return sorted(taken)[int(len(taken) * 0.95)]
