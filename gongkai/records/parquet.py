"""How the rows of a table lie in a Parquet file: same rows, same bytes; few in memory, quick to scan."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.measures.schemas import fields
from gongkai.records.chunks import chunks

CHUNK = 16_384
"""Rows held as Python objects at a time."""

GROUP = 8
"""Chunks in a row group: about as many rows as the engine takes in one bite."""

UNLIKE = frozenset({"key", "number", "title", "row", "reason", "evidence"})
"""Columns that differ on every row: packed tight, for no figure reads them. The others repeat a few words
and are packed for speed."""


def write(path: Path, row_type: type, rows: Iterable[NamedTuple]) -> int:
    """Write the rows of a fact or register table and return how many they were."""
    schema = schema_of(row_type)
    return write_batches(path, schema, (_batch(chunk, schema) for chunk in chunks(rows, CHUNK)))


def read(path: Path, row_type: type) -> Iterator[NamedTuple]:
    """The rows as they were written, a chunk in memory at a time."""
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(CHUNK):
            yield from map(row_type, *(column.to_pylist() for column in batch.columns))


def schema_of(row_type: type) -> Any:
    """The Arrow schema of a table: text, whole numbers, booleans and days; missing only where optional."""
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), date: pa.date32()}
    return pa.schema([pa.field(name, types[kind], optional) for name, kind, optional in fields(row_type)])


def write_batches(path: Path, schema: Any, batches: Iterable[Any]) -> int:
    """Write Arrow batches of `schema` and return the rows in them; on the disk when it returns."""
    import pyarrow as pa
    from pyarrow import parquet

    packing = {name: "zstd" if name in UNLIKE else "lz4" for name in schema.names}
    repeating = [name for name in schema.names if name not in UNLIKE]
    written = 0
    with path.open("wb") as file:
        with parquet.ParquetWriter(file, schema, compression=packing, use_dictionary=repeating) as writer:
            for group in chunks(batches, GROUP):
                table = pa.Table.from_batches(group)
                writer.write_table(table)
                written += table.num_rows
        file.flush()
        os.fsync(file.fileno())
    return written


def _batch(chunk: list[NamedTuple], schema: Any) -> Any:
    import pyarrow as pa

    columns = zip(zip(*chunk, strict=True), schema, strict=True)
    return pa.record_batch([pa.array(values, field.type) for values, field in columns], schema=schema)
