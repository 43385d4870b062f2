import Foundation
import TestSupport
import Testing

/// What becomes of a folder that somebody damaged: files that are gone, older commits.
@Suite(.timed) struct SyncDamageTests {
  private let room = PrivateFolder()
  private let desk = Program()
  private let laptop = Program()
  private let later: [String: String?] = ["DEBRIEF_NOW": "2026-03-21T11:00:00Z"]

  init() throws {
    try git("init", "--quiet", "--bare", "-b", "main", room("remote.git"))
    for it in [desk, laptop] {
      try git("clone", "--quiet", room("remote.git"), it.file("notes"))
    }
    _ = try both(desk, "add", "Acme", "Engineer")
    for it in [desk, laptop] { #expect(try both(it, "sync", "notes").code == 0) }
  }

  private func git(_ arguments: String...) throws {
    let answer = try Oracle.run("git", arguments)
    #expect(answer.status == 0, "\(arguments)")
  }

  private func both(_ program: Program, _ arguments: String...) throws -> Program.Result {
    try program.wait(
      program.start(arguments, env: program === laptop ? later : [:]))
  }

  private func application(_ program: Program) throws -> String {
    let folder = program.file("notes/applications")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    return "applications/" + name
  }

  /// A server's repository may begin with a branch that nobody sends, and a clone of it is on that one.
  @Test(arguments: [false, true]) func aBranchByAnotherNameIsTheSameNotes(
    _ isClonedFirst: Bool
  ) throws {
    let (remote, first, second) = (room("other.git"), desk.file("begun"), laptop.file("cloned"))
    try git("init", "--quiet", "--bare", "-b", "master", remote)
    if isClonedFirst { try git("clone", "--quiet", remote, second) }
    _ = try both(desk, "add", "Zeta", "Editor")
    // Of whoever has a folder, another one is made by hand.
    try FileManager.default.createDirectory(atPath: first, withIntermediateDirectories: false)
    #expect(try both(desk, "sync", first).code == 0)
    try git("-C", first, "remote", "add", "origin", remote)
    #expect(try both(desk, "sync", first).code == 0)
    if !isClonedFirst { try git("clone", "--quiet", remote, second) }
    #expect(try both(laptop, "sync", second).out.hasPrefix("1 change came in"))
    #expect(try both(laptop, "list").out.contains("Zeta"))
    _ = try both(laptop, "add", "Nordlicht", "Cook")
    #expect(try both(laptop, "sync", second).out == "1 change went out, none came in.\n")
    #expect(try both(desk, "sync", first).out == "1 change came in, none went out.\n")
    #expect(try both(desk, "export").out == both(laptop, "export").out)
    let heads = try Oracle.run("git", ["-C", remote, "branch", "--format=%(refname:short)"])
    #expect(heads.out == "main\n")
  }

  @Test func aFileThatIsGoneIsNoDeletion() throws {
    let name = try application(laptop)
    // Here nobody remembers it, so that nobody writes it anew; there it's written on.
    #expect(try both(laptop, "undo").out == "undone: sync\n")
    unlink(laptop.file("notes/" + name))
    #expect(try both(laptop, "sync", "notes").out == "1 change came in, none went out.\n")
    _ = try both(desk, "quick", "Acme: slow start", "--weakness")
    #expect(try both(desk, "sync", "notes").code == 0)
    #expect(try both(laptop, "sync", "notes").out == "1 change came in, none went out.\n")
    #expect(try both(desk, "export").out == both(laptop, "export").out)
  }

  @Test func aFileThatWasTakenOutOfGitStays() throws {
    let (one, other) = (laptop, desk)
    let name = try application(one)
    // Somebody takes the file out of the history by hand, and sends that; another computer has written into it.
    try git("-C", one.file("notes"), "rm", "--quiet", name)
    try git(
      "-C", one.file("notes"), "-c", "user.name=x", "-c", "user.email=x@localhost", "commit",
      "--quiet", "-m", "rm")
    try git("-C", one.file("notes"), "push", "--quiet", "origin", "HEAD:refs/heads/main")
    _ = try both(other, "quick", "Acme: slow start", "--weakness")
    let result = try both(other, "sync", "notes")
    #expect(result.code == 0, "\(result.err)")
    #expect(try both(one, "sync", "notes").code == 0)
    #expect(try both(other, "sync", "notes").code == 0)
    #expect(try both(one, "export").out.contains("slow start"))
    #expect(try both(one, "export").out == both(other, "export").out)
  }

  @Test func whatAKilledRunLeftGoes() throws {
    let left = ".shared.json.999999999.1"
    let own = ".shared.json.\(getpid()).1"
    for name in [left, "applications/" + left, own, ".merge_file_Gc4Gof"] {
      try desk.write("{", to: "notes/" + name)
    }
    #expect(try both(desk, "sync", "notes").code == 0)
    #expect(desk.read("notes/" + left) == nil)
    #expect(desk.read("notes/applications/" + left) == nil)
    #expect(desk.read("notes/.merge_file_Gc4Gof") == nil)
    // This one may still be written.
    #expect(desk.read("notes/" + own) != nil)
  }

  @Test func noLinkLeadsOutOfTheFolder() throws {
    try desk.write("mine\n", to: "mine")
    symlink(desk.file("mine"), desk.file("notes/.git/debrief-merging"))
    unlink(desk.file("notes/.git/info/attributes"))
    symlink(desk.file("mine"), desk.file("notes/.git/info/attributes"))
    _ = try both(laptop, "quick", "Acme: slow start", "--weakness")
    #expect(try both(laptop, "sync", "notes").code == 0)
    _ = try both(desk, "quick", "Acme: a thought", "--strength")
    #expect(try both(desk, "sync", "notes").code == 0)
    #expect(desk.read("mine") == Array("mine\n".utf8))
    mkdir(desk.file("elsewhere"), 0o700)
    rename(desk.file("notes/people"), desk.file("people"))
    symlink(desk.file("elsewhere"), desk.file("notes/people"))
    let result = try both(desk, "sync", "notes")
    #expect(result.code == 65)
    #expect(result.err.contains("isn't a folder"))
  }

  @Test func whatWasNotSentYetOutlivesAnImport() throws {
    let scene = ":click Acme\ne <tab> <tab> <tab> <tab> <tab> <tab>\n:type zqnotes\n<ctrl+s>\n"
    try desk.write(scene, to: "edit.keys")
    #expect(try both(desk, "replay", "edit.keys", "--database", desk.database).code == 0)
    #expect(
      try both(desk, "import", "notes").out == "Nothing new: your notes already have all of it.\n")
    // Nor does git take it back with what was only exported.
    #expect(try both(desk, "export", "--folder", "notes").out == "1 change went to the folder.\n")
    try git("-C", desk.file("notes"), "reset", "--quiet", "--hard")
    #expect(try both(desk, "sync", "notes").out == "1 change went out, none came in.\n")
    #expect(try both(desk, "export").out.contains("zqnotes"))
    // An older state of the folder is no change of anybody's.
    try git("-C", desk.file("notes"), "reset", "--quiet", "--hard", "HEAD~1")
    _ = try both(desk, "import", "notes")
    #expect(try both(desk, "export").out.contains("zqnotes"))
    #expect(try both(desk, "sync", "notes").code == 0)
    #expect(try both(laptop, "sync", "notes").code == 0)
    #expect(try both(laptop, "export").out == both(desk, "export").out)
    #expect(try both(laptop, "export").out.contains("\"zqnotes\""))
  }

  /// One who only went back in the folder has changed nothing, so what the other has changed since counts.
  @Test(arguments: [1, 2]) func whoWentBackOverwritesNothing(_ steps: Int) throws {
    _ = try both(desk, "quick", "Acme: a thought", "--strength")
    #expect(try both(desk, "sync", "notes").code == 0)
    #expect(try both(laptop, "sync", "notes").code == 0)
    let folder = desk.file("notes")
    let count = try Oracle.run("git", ["-C", folder, "rev-list", "--count", "HEAD"]).out.trimmed
    try #require((Int(count) ?? 0) > steps, "\(count)")
    try git("-C", folder, "reset", "--quiet", "--hard", "HEAD~\(steps)")
    let scene = ":click Acme\ne <tab> <tab> <tab> <tab> <tab> <tab>\n:type zqlink\n<ctrl+s>\n"
    try laptop.write(scene, to: "edit.keys")
    #expect(try both(laptop, "replay", "edit.keys", "--database", laptop.database).code == 0)
    #expect(try both(laptop, "sync", "notes").code == 0)
    let result = try both(desk, "sync", "notes")
    #expect(result.code == 0 && !result.out.contains("Two computers"), "\(result.out)")
    #expect(try both(laptop, "sync", "notes").code == 0)
    #expect(try both(desk, "export").out == both(laptop, "export").out)
    #expect(try both(desk, "export").out.contains("\"zqlink\""))
  }

  @Test func noSettingHasOneSideTaken() throws {
    let folder = desk.file("notes")
    try git("-C", folder, "config", "branch.main.mergeOptions", "-s ours --no-commit")
    try git("-C", folder, "config", "pull.twohead", "ours")
    _ = try both(laptop, "quick", "Acme: slow start", "--weakness")
    _ = try both(laptop, "sync", "notes")
    _ = try both(desk, "quick", "Acme: a thought", "--strength")
    #expect(try both(desk, "sync", "notes").out == "1 change came in, 1 went out.\n")
    #expect(try both(laptop, "sync", "notes").code == 0)
    #expect(try both(desk, "export").out == both(laptop, "export").out)
  }

  @Test func aLinkToNotesInTheFolderIsRefused() throws {
    let hidden = desk.file("notes/hidden.db")
    #expect(rename(desk.database, hidden) == 0)
    #expect(symlink(hidden, desk.database) == 0)
    let result = try both(desk, "sync", "notes")
    #expect(result.code == 64)
    #expect(result.err.contains("Your notes file or its backups are in"))
  }

  @Test func ofTwoCopiesEachDifferenceIsSaid() throws {
    _ = try both(desk, "quick", "Acme: slow start", "--weakness")
    #expect(try both(desk, "sync", "notes").code == 0)
    let name = try application(desk)
    let text = String(decoding: try #require(desk.read("notes/" + name)), as: UTF8.self)
    // Both began from what is here: the first is a later edit, and the second meets it.
    for (weight, mark) in [(5, "ABC"), (1, "DEF")] {
      let changed = text.replacingOccurrences(of: "\"weight\": 3", with: "\"weight\": \(weight)")
      #expect(changed != text)
      try desk.write(
        changed, to: "notes/\(name.dropLast(5)).sync-conflict-20260320-101010-\(mark).json")
    }
    let result = try both(desk, "sync", "notes")
    #expect(
      result.out.contains(
        "Two computers set different values. This computer's were kept: the importance (Acme), not “"
      ))
  }
}
