// swift-tools-version: 6.2
import PackageDescription

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

// Who may import whom is the list of `dependencies` below, and the build checks it:
// every `swift build` of the Makefile passes --explicit-target-dependency-import-check error.
let package = Package(
  name: "debrief",
  products: [.executable(name: "debrief", targets: ["debrief"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CTerminal"),
    .target(name: "CResources", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(name: "CEnchant"),
    .target(name: "TUI"),
    .target(name: "Terminal", dependencies: ["TUI", "CNcurses", "CTerminal"]),
    .target(name: "DebriefModel"),
    .target(name: "Spelling", dependencies: ["DebriefModel", "CEnchant"]),
    .target(name: "DebriefContent", dependencies: ["DebriefModel", "CResources", yams]),
    .target(name: "DebriefStore", dependencies: ["DebriefModel", grdb]),
    .target(name: "DebriefExport", dependencies: ["DebriefModel"]),
    .target(name: "DebriefApp", dependencies: ["DebriefModel", "TUI"]),
    .executableTarget(
      name: "debrief",
      dependencies: [
        "TUI", "Terminal", "CTerminal", "DebriefModel", "DebriefContent", "DebriefStore",
        "DebriefExport", "DebriefApp", "Spelling", arguments,
      ]),
    .testTarget(name: "TUITests", dependencies: ["TUI"], exclude: ["width-table.py"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TUI", "CTerminal", "CNcurses", "CVTerm"]),
    .testTarget(
      name: "ModelTests", dependencies: ["DebriefModel", "DebriefContent", "Spelling"],
      exclude: ["Letters/Clean", "Letters/mutations.txt"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling", "DebriefModel"]),
    .testTarget(
      name: "ContentTests", dependencies: ["DebriefContent", "DebriefModel", "CResources", yams]),
    .testTarget(name: "StoreTests", dependencies: ["DebriefStore", "DebriefModel", grdb]),
    .testTarget(
      name: "ExportTests", dependencies: ["DebriefExport", "DebriefModel"], exclude: ["Pages"]),
    .testTarget(
      name: "AppTests",
      dependencies: ["DebriefApp", "DebriefModel", "DebriefContent", "DebriefStore", "TUI"],
      exclude: ["Screens"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["debrief", "CVTerm", "CTerminal", "DebriefModel", "DebriefStore", "TUI"],
      exclude: ["Scripts"]),
  ],
  swiftLanguageModes: [.v6]
)
