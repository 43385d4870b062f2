import CResources
import DebriefContent
import Foundation
import Testing

/// The top-level `Resources` folder of this source tree.
let resourcesFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Resources")

@Suite("The table of compiled-in files", .timed)
struct ResourceTests {
  /// Folders of files that are installed next to the program and not in it.
  private static let beside: Set<Substring> = ["man", "completions", "linux"]

  private func filesOnDisk() throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: resourcesFolder.path)
    return all.filter { name in
      var isFolder: ObjCBool = false
      let path = resourcesFolder.appendingPathComponent(name).path
      let last = name.split(separator: "/").last ?? ""
      if let first = name.split(separator: "/").first, Self.beside.contains(first) { return false }
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue && !last.hasPrefix(".") && !last.hasSuffix("~")
        && !last.hasSuffix(".swp")
    }
  }

  @Test("holds every file of Resources; if not, run `make resources`")
  func complete() throws {
    let names = Library(userFolder: nil).names
    #expect(
      names == (try filesOnDisk()).sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) })
  }

  @Test("holds each file byte for byte")
  func identical() throws {
    for index in 0..<cres_count() {
      let entry = try #require(cres_at(index)).pointee
      let name = String(cString: entry.name)
      let disk = try Data(contentsOf: resourcesFolder.appendingPathComponent(name))
      #expect(Data(bytes: entry.bytes, count: entry.count) == disk, "\(name)")
      #expect(entry.bytes[entry.count] == 0, "\(name) ends with a zero")
      #expect(cres_find(name) == cres_at(index))
    }
  }

  @Test("knows no other names")
  func absent() {
    #expect(cres_at(cres_count()) == nil)
    for name in ["", "reasons", "zzz", "checklists", "checklists/"] {
      #expect(cres_find(name) == nil)
      #expect(Library(userFolder: nil).text(name) == nil)
    }
  }
}
