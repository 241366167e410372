"""One list, through PySpark and through the native command alone: every cell of every row must be the same.

    python3 tests/batch/spark.py <wengang> <list.csv> <folder>

`docs/batch.md` shows the two ways that are tried here: `mapInPandas` and `pipe`.
"""

import csv
import io
import itertools
import os
import shlex
import subprocess
import sys
import time

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql.types import StringType, StructField, StructType

ADDED = ["结论", "金额", "原因", "还差什么", "最后一天"]
# Two tasks at a time, each with a thread of its own.
PARTITIONS = 4


def command(program, *files):
    """The command, as an agency would write it."""
    return [program, "batch", *files, "--calculator", "refund", "--as-of", "2024-09-01", "--jobs", "1"]


def judge(line):
    """A function for `mapInPandas`: each part of the table goes through a process of its own."""

    def parts(frames):
        for frame in frames:
            text = frame.to_csv(index=False, lineterminator="\n").encode("utf-8")
            done = subprocess.run(line, input=text, capture_output=True)
            # 1: some cells could not be read; the others are judged.
            if done.returncode not in (0, 1):
                raise RuntimeError(done.stderr.decode("utf-8"))
            # `#N/A` and empty cells are texts here. Objects: Arrow does not take the chunks of long columns in pandas.
            yield pd.read_csv(io.BytesIO(done.stdout), dtype=object, keep_default_na=False, na_filter=False)

    return parts


def rows(text):
    """The rows of a csv, as a set of which each row says how often it is there."""
    return list(csv.reader(io.StringIO(text, newline="")))


def same(way, found, expected):
    """Compares rows cell by cell; the order of partitions is not that of the list."""
    found, expected = sorted(found), sorted(expected)
    if len(found) != len(expected):
        sys.exit(f"{way}: {len(found)} rows instead of {len(expected)}")
    for one, other in zip(found, expected):
        if one != other:
            sys.exit(f"{way}: {one}\ninstead of {other}")
    print(f"{way}: {len(found):,} rows are the same")


def main(program, path, folder):
    program, alone = os.path.abspath(program), os.path.join(folder, "alone.csv")
    begun = time.monotonic()
    done = subprocess.run([*command(program, path, alone)[:-2], "--jobs", "2"], capture_output=True)
    if done.returncode != 1:
        sys.exit(done.stderr.decode("utf-8"))
    print(f"native: {time.monotonic() - begun:.1f} s")
    with open(alone, encoding="utf-8", newline="") as file:
        text = file.read()
    heading, expected = rows(text)[0], rows(text)[1:]

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "50000")
    builder = builder.config("spark.driver.memory", "4g").config("spark.driver.maxResultSize", "0")
    spark = builder.getOrCreate()
    try:
        begun = time.monotonic()
        table = spark.read.csv(path, header=True, multiLine=True, escape='"', nullValue="").repartition(PARTITIONS)
        kinds = StructType([StructField(name, StringType()) for name in [*table.columns, *ADDED]])
        judged = table.mapInPandas(judge(command(program, "-", "-")), kinds)
        found = [["" if cell is None else cell for cell in row] for row in judged.collect()]
        same("mapInPandas", found, expected)
        print(f"mapInPandas: {time.monotonic() - begun:.1f} s")

        begun = time.monotonic()
        with open(path, encoding="utf-8", newline="") as file:
            lines = [line_of(row) for row in csv.reader(file)]
        first, lines = lines[0], lines[1:]
        parts = spark.sparkContext.parallelize(lines, PARTITIONS)
        parts = parts.mapPartitions(lambda each: itertools.chain([first], each))
        piped = parts.pipe(shlex.join(command(program, "-", "-"))).glom().collect()
        found = []
        for part in piped:
            of_part = rows("\n".join(part))
            if of_part[0] != heading:
                sys.exit(f"pipe: {of_part[0]}\ninstead of {heading}")
            found.extend(of_part[1:])
        same("pipe", found, expected)
        print(f"pipe: {time.monotonic() - begun:.1f} s")
    finally:
        spark.stop()


def line_of(row):
    """A row as a line of csv."""
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(row)
    return text.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
