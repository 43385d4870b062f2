// swift-tools-version: 6.2
import PackageDescription

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

/// How C of our own is compiled: a buffer that is written past its end ends the program, not more.
let guarded: [CSetting] = [
  .unsafeFlags(["-fstack-protector-strong"]),
  // 3 also knows the size of what was allocated, as what is read from mails and calendars is.
  .define("_FORTIFY_SOURCE", to: "3", .when(configuration: .release)),
]

/// How the program is linked: where functions are is looked up before main, and then only read.
let sealed: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now"])
]

// Who may import whom is the list of `dependencies` below, and the build checks it:
// every `swift build` of the Makefile passes --explicit-target-dependency-import-check error.
let package = Package(
  name: "debrief",
  products: [.executable(name: "debrief", targets: ["debrief"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CTerminal", cSettings: guarded),
    .target(
      name: "CResources", cSettings: guarded + [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(name: "CEnchant", cSettings: guarded),
    .target(name: "CSQLite", cSettings: guarded, linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "Disk"),
    .target(name: "TUI"),
    .target(name: "Terminal", dependencies: ["TUI", "CNcurses", "CTerminal"]),
    .target(name: "DebriefModel"),
    .target(name: "Spelling", dependencies: ["DebriefModel", "CEnchant"]),
    .target(
      name: "DebriefContent", dependencies: ["DebriefModel", "CResources", "Disk", yams, mustache]),
    .target(name: "DebriefStore", dependencies: ["DebriefModel", "Disk", "CSQLite", grdb]),
    .target(name: "DebriefExport", dependencies: ["DebriefModel"]),
    .target(name: "CLibrary", cSettings: guarded),
    // Opened at run time: the headers of libical-dev are all a build needs.
    .target(name: "CCalendar", dependencies: ["CLibrary"], cSettings: guarded),
    // Opened at run time: a build needs nothing of pango.
    .target(name: "CPaper", dependencies: ["CLibrary"], cSettings: guarded),
    .target(name: "DebriefPaper", dependencies: ["DebriefModel", "CPaper"]),
    .target(name: "DebriefCalendar", dependencies: ["DebriefModel", "CCalendar"]),
    // Opened at run time as well, and declared by itself: nothing is needed to build.
    .target(name: "CMail", dependencies: ["CLibrary"], cSettings: guarded),
    .target(name: "DebriefImport", dependencies: ["DebriefModel", "DebriefCalendar", "CMail"]),
    .target(name: "DebriefApp", dependencies: ["DebriefModel", "TUI"]),
    .target(
      name: "DebriefRunner",
      dependencies: [
        "TUI", "Terminal", "CTerminal", "DebriefModel", "DebriefContent", "DebriefStore",
        "DebriefExport", "DebriefImport", "DebriefApp", "Spelling", "Disk",
      ]),
    .executableTarget(
      name: "debrief",
      dependencies: [
        "TUI", "Terminal", "CTerminal", "DebriefModel", "DebriefContent", "DebriefStore",
        "DebriefExport", "DebriefCalendar", "DebriefImport", "DebriefPaper", "DebriefApp",
        "DebriefRunner", "Spelling", "Disk", arguments,
      ],
      linkerSettings: sealed),
    // What the tests share: chance, the clock, texts on file. No test is in it.
    .target(
      name: "TestSupport", dependencies: ["DebriefModel", "Disk", yams], path: "Tests/TestSupport"),
    .testTarget(
      name: "TUITests", dependencies: ["TUI", "TestSupport"],
      exclude: ["width-table.py", "Screens"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "TUI", "CTerminal", "CNcurses", "CVTerm", "TestSupport"]),
    .testTarget(
      name: "ModelTests",
      dependencies: ["DebriefModel", "DebriefContent", "Spelling", "TestSupport"],
      exclude: [
        "Letters/Clean", "Letters/mutations.txt", "Letters/tone.txt", "Letters/tone-unseen.txt",
        "Letters/tone-cues.txt",
        "Refusals/refusals.txt",
        "Refusals/cues.txt", "Refusals/fresh.txt", "Refusals/more.txt", "Refusals/unseen.txt",
        "Refusals/train.py",
        "Postings/postings.txt",
        "Months/histories.txt", "Months/histories.py",
      ]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling", "DebriefModel", "TestSupport"]),
    .testTarget(
      name: "ContentTests",
      dependencies: ["DebriefContent", "DebriefModel", "CResources", "TestSupport", yams],
      exclude: ["Letters", "Voice"]),
    .testTarget(
      name: "StoreTests", dependencies: ["DebriefStore", "DebriefModel", "TestSupport", grdb],
      exclude: ["Files"]),
    .testTarget(
      name: "ExportTests", dependencies: ["DebriefExport", "DebriefModel", "TestSupport"],
      exclude: ["Pages", "read-mail.py", "read-html.py", "read-csv.py"]),
    .testTarget(
      name: "ImportTests",
      dependencies: ["DebriefImport", "DebriefContent", "DebriefModel", "TestSupport"],
      exclude: ["Kinds", "Tables", "read-table.py", "read-mail.py", "write-mail.py"]),
    .testTarget(
      name: "CalendarTests", dependencies: ["DebriefCalendar", "DebriefModel", "TestSupport"],
      exclude: ["read-calendar.py", "read-events.py"]),
    .testTarget(
      name: "PaperTests", dependencies: ["DebriefPaper", "DebriefModel", "TestSupport"]),
    // What reads other people's bytes, for libFuzzer and for a test.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "TUI", "Terminal", "DebriefModel", "DebriefContent", "DebriefExport", "DebriefImport",
      ],
      path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"]),
    .executableTarget(
      name: "ClipboardProbe", dependencies: ["Terminal", "TUI"], path: "Tests/ClipboardProbe"),
    .testTarget(
      name: "AppTests",
      dependencies: [
        "DebriefApp", "DebriefRunner", "DebriefModel", "DebriefContent", "DebriefStore", "TUI",
        "Terminal", "TestSupport", grdb,
      ],
      exclude: ["Screens", "Imports"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "debrief", "ClipboardProbe", "CVTerm", "CTerminal", "DebriefModel", "DebriefContent",
        "DebriefExport", "DebriefRunner", "DebriefStore", "TUI", "Terminal", "TestSupport", grdb,
      ],
      exclude: ["Scripts", "Searches", "advice-proofs.yaml", "searches.yaml"]),
  ],
  swiftLanguageModes: [.v6]
)

// Built by `make fuzz` alone: libFuzzer is linked into it.
if Context.environment["DEBRIEF_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver"))
}
