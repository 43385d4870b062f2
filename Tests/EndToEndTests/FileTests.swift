import Foundation
import Glibc
import TestSupport
import Testing

/// Nobody else can read the files, and the binary needs none beside it.
@Suite(.timed) struct FileTests {
  private func mode(_ path: String) throws -> mode_t {
    var info = stat()
    guard lstat(path, &info) == 0 else { throw SystemFault(path) }
    return info.st_mode & 0o777
  }

  @Test func everyFileIsPrivate() throws {
    let home = try PrivateHome()
    for name in ["DEBRIEF_DATABASE", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
      home.environment[name] = nil
    }
    home.environment["EDITOR"] = "false"
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("private")
    try run.type(Keys.editor, until: "ended with status 1")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    var seen: [String] = []
    for top in [".local", ".config"] {
      guard let files = FileManager.default.enumerator(atPath: "\(home.folder)/\(top)") else {
        continue
      }
      for case let name as String in files {
        let path = "\(home.folder)/\(top)/\(name)"
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let wanted: mode_t = isFolder.boolValue ? 0o700 : 0o600
        #expect(try mode(path) == wanted, "\(name)")
        seen.append(name)
      }
    }
    #expect(seen.contains("share/debrief/debrief.db"), "\(seen)")
    #expect(
      seen.contains { $0.hasPrefix("state/debrief/drafts/") && $0.hasSuffix(".txt") }, "\(seen)")
  }

  @Test func theBinaryCanBeMoved() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let moved = home.folder + "/elsewhere"
    // By another process, so that no other test's child holds the copy open for writing.
    try #require(home.run([PrivateHome.binary, moved], binary: "/bin/cp").status == 0)
    let health = try home.run(["doctor"], binary: moved)
    #expect(health.status == 0, "\(health.out)\(health.err)")
    let run = try home.open(binary: moved)
    try run.waitFor("Nordlicht")
    try run.type(Keys.enter, until: "go through it together")
    try run.type(Keys.enter, until: "How much time do you have?")
    try run.quit()
  }
}
