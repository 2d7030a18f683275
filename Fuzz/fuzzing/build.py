# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Compiles the parsers with libFuzzer's instrumentation, and one program that holds all targets."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ROOT / "Fuzz/.build/release"


class BuildError(Exception):
    """The compiler's own words are on stderr already."""


@dataclass(frozen=True)
class Module:
    """One module of the program. `sources` are files and folders, from the root of the repository."""

    name: str
    sources: tuple[str, ...]
    is_instrumented: bool = True


# The modules of the package, cut down to their parsers: imports and access stay as they are.
MODULES = (
    Module("FledgeRouting", ("Sources/FledgeRouting",)),
    Module("FledgeHTTP", ("Sources/FledgeHTTP",)),
    Module("FledgeCore", ("Sources/FledgeCore/Limits.swift",)),
    Module("FledgeServer", ("Sources/FledgeServer/Parsing",)),
    Module("FledgePattern", ("Sources/FledgePattern",)),
    Module("FledgeJSON", ("Sources/FledgeJSON",)),
    # Not instrumented, so that the coverage is that of the parsers.
    Module(
        "Fuzz",
        (
            "Fuzz/Targets",
            "Tests/FledgeHTTPTests/Multipart/MultipartTranscript.swift",
            "Tests/FledgeHTTPTests/Multipart/ReferenceMultipart.swift",
            "Tests/FledgeJSONTests/HandWrittenTypes.swift",
            "Tests/FledgeJSONTests/ReferenceJSON.swift",
            "Tests/FledgeJSONTests/ReferenceJSON+Comparison.swift",
            "Tests/FledgeServerTests/Reference/Ascii.swift",
            "Tests/FledgeServerTests/Reference/ParserVerdict.swift",
            "Tests/FledgeServerTests/Reference/ReferenceChunks.swift",
            "Tests/FledgeServerTests/Reference/ReferenceHead.swift",
            "Tests/FledgeServerTests/Reference/ReferenceParser.swift",
            "Tests/FledgeServerTests/Reference/ReferenceTarget.swift",
            "Tests/FledgeServerTests/Reference/Rule.swift",
        ),
        is_instrumented=False,
    ),
)

# Optimized, and yet with the checks of a debug build: those of the unsafe buffers, which a release
# build of the server does not have, are what turns a read beyond the end into a finding.
FLAGS = (
    *("-swift-version", "6", "-package-name", "fledge", "-parse-as-library"),
    *("-enable-testing", "-enable-upcoming-feature", "ExistentialAny"),
    *("-enable-upcoming-feature", "InternalImportsByDefault"),
    *("-enable-upcoming-feature", "MemberImportVisibility"),
    *("-enable-upcoming-feature", "NonisolatedNonsendingByDefault"),
    *("-O", "-assert-config", "Debug", "-wmo", "-g", "-suppress-warnings"),
)


def build_libraries() -> None:
    """Builds what the parsers import (NIOCore, HTTPTypes), once."""
    _run(["swift", "build", "-c", "release", "--package-path", str(ROOT / "Fuzz")])


def build_program(
    folder: Path, replaced: dict[str, str] | None = None, base: Path | None = None
) -> Path:
    """Compiles all modules into `folder` and links them.

    `replaced` gives other contents for source files, by path from the root. They may differ in
    the bodies of functions only: when `base` is given, the folder of an earlier build, all other
    modules are taken from there. Returns the program, which takes libFuzzer's options.
    """
    folder.mkdir(parents=True, exist_ok=True)
    replaced = replaced or {}
    for module in MODULES:
        if base is not None and not any(_holds(module, name) for name in replaced):
            for file in base.glob(f"{module.name}.*"):
                shutil.copy2(file, folder / file.name)
        else:
            _compile(module, folder, replaced)
    program = folder / "fuzz"
    objects = [str(folder / f"{module.name}.o") for module in MODULES]
    library = LIBRARIES / "libLibraries.a"
    _run(["swiftc", "-sanitize=fuzzer", *objects, str(library), "-o", str(program)])
    return program


def _holds(module: Module, file: str) -> bool:
    return any(file == source or file.startswith(f"{source}/") for source in module.sources)


def _compile(module: Module, folder: Path, replaced: dict[str, str]) -> None:
    files = _files(module, folder, replaced)
    flags = [*FLAGS, *_search_paths(folder)]
    if module.is_instrumented:
        flags.append("-sanitize=fuzzer")
    output = ["-emit-module", "-emit-module-path", str(folder / f"{module.name}.swiftmodule")]
    output += ["-c", "-o", str(folder / f"{module.name}.o")]
    _run(["swiftc", "-module-name", module.name, *flags, *output, *files])


def _files(module: Module, folder: Path, replaced: dict[str, str]) -> list[str]:
    files: list[Path] = []
    for source in module.sources:
        path = ROOT / source
        files += sorted(path.rglob("*.swift")) if path.is_dir() else [path]
    return [str(_replacement(file, folder, replaced)) for file in files]


def _replacement(file: Path, folder: Path, replaced: dict[str, str]) -> Path:
    name = str(file.relative_to(ROOT))
    if name not in replaced:
        return file
    copy = folder / "replaced" / file.name
    copy.parent.mkdir(exist_ok=True)
    copy.write_text(replaced[name])
    return copy


def _search_paths(folder: Path) -> list[str]:
    paths = ["-I", str(folder), "-I", str(LIBRARIES / "Modules")]
    maps = [
        *LIBRARIES.glob("*.build/module.modulemap"),
        *ROOT.glob("Fuzz/.build/checkouts/*/Sources/*/include/module.modulemap"),
    ]
    for path in maps:
        paths += ["-Xcc", f"-fmodule-map-file={path}"]
    return paths


def _run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL).returncode != 0:
        raise BuildError(f"failed: {' '.join(command[:4])} …")
