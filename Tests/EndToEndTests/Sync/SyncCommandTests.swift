import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

/// `sync`, `export --folder`, `import FOLDER`, and `merge-file`, as a person and as git use them.
@Suite(.timed) struct SyncCommandTests {
  private let room = PrivateFolder()
  private let desk = Program()
  private let laptop = Program()
  /// Each has a clock of its own, so that each draws ids of its own.
  private let later: [String: String?] = ["DEBRIEF_NOW": "2026-03-21T11:00:00Z"]

  init() throws {
    #expect(
      try Oracle.run("git", ["init", "--quiet", "--bare", "-b", "main", room("remote.git")]).status
        == 0)
    for it in [desk, laptop] {
      try run("clone", "--quiet", room("remote.git"), it.file("notes"))
    }
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> Oracle.Answer {
    try Oracle.run("git", arguments)
  }

  private func both(_ program: Program, _ arguments: String...) throws -> Program.Result {
    try program.wait(
      program.start(arguments, env: program === laptop ? later : [:]))
  }

  private func sync(_ program: Program) throws -> Program.Result {
    try both(program, "sync", "notes")
  }

  private func export(_ program: Program) throws -> String { try both(program, "export").out }

  @Test func twoComputersHaveTheSameAndSayWhatCame() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    _ = try both(desk, "quick", "Acme: slow start", "--weakness")
    let first = try sync(desk)
    #expect(first.out == "2 changes went out, none came in.\n")
    #expect(try sync(desk).out == "Nothing to sync: everything is up to date.\n")
    let second = try sync(laptop)
    #expect(second.code == 0)
    #expect(second.out == "2 changes came in, none went out.\n")
    #expect(try export(desk) == export(laptop))
    // One undo takes it back, and the next sync brings it in again.
    #expect(try both(laptop, "undo").out == "undone: sync\n")
    #expect(try both(laptop, "list").out == "")
    #expect(try sync(laptop).out == "2 changes came in, none went out.\n")
    #expect(try export(desk) == export(laptop))
    // What both write is there twice, and that is said.
    let store = try Store(path: desk.database)
    let other = try Store(path: laptop.database)
    for (it, words) in [(store, "slow at first"), (other, "a slow start")] {
      let finding = try #require(try it.archive().finding.first)
      var next = finding
      next.statement = words
      try it.apply(
        Change("edit", [.update(from: .finding(finding), to: .finding(next))]), at: TestClock.noon)
      try it.close()
    }
    _ = try sync(desk)
    #expect(
      try sync(laptop).out
        == """
        1 change came in, 1 went out.
        Two computers changed the same words. Both versions were kept: what happened (Acme).

        """)
    _ = try sync(desk)
    #expect(try export(desk).contains("a slow start — also: slow at first"))
    #expect(try export(desk) == export(laptop))
    // Git was told what to do in this folder only, and nobody commits under a name of ours who has one.
    #expect(try run("-C", desk.file("notes"), "log", "-1", "--format=%s").out == "Sync\n")
    #expect(
      try Oracle.run(
        "git", ["-C", desk.file("notes"), "config", "--local", "merge.debrief.driver"]
      ).out.hasSuffix("merge-file %O %A %B\n"))
  }

  @Test func aKillAtAnyStepLosesNothing() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    _ = try sync(desk)
    _ = try sync(laptop)
    // A git that ends who called it, before or after one of its runs.
    let folder = desk.file("shim")
    mkdir(folder, 0o700)
    try desk.write(
      """
      #!/bin/sh
      n=$(($(cat "$DEBRIEF_TEST_COUNT") + 1))
      echo $n > "$DEBRIEF_TEST_COUNT"
      if [ $n = "$DEBRIEF_TEST_KILL" ]; then
        [ "$DEBRIEF_TEST_WHEN" = before ] || /usr/bin/git "$@"
        kill -9 $PPID
        exit 1
      fi
      exec /usr/bin/git "$@"

      """, to: "shim/git")
    chmod(folder + "/git", 0o700)
    var (kills, step, isDone) = (0, 0, false)
    var words: [String] = []
    while !isDone {
      step += 1
      // Before one run of git, after the next: what the program does in between is cut off as well.
      let when = step.isMultiple(of: 2) ? "after" : "before"
      // Both computers have something new.
      words += ["theirs\(step)x", "ours\(step)x"]
      #expect(try both(laptop, "quick", "Acme: theirs\(step)x", "--weakness").code == 0)
      #expect(try sync(laptop).code == 0)
      #expect(try both(desk, "quick", "Acme: ours\(step)x", "--strength").code == 0)
      try desk.write("0\n", to: "count")
      let killed = try desk.wait(
        desk.start(
          ["sync", "notes"],
          env: [
            "PATH": folder + ":/usr/bin:/bin", "DEBRIEF_TEST_COUNT": desk.file("count"),
            "DEBRIEF_TEST_KILL": String(step), "DEBRIEF_TEST_WHEN": when,
          ]))
      // A git that a git has called takes only that one along: then what couldn't be done is said.
      #expect([0, 75, 137].contains(killed.code), "\(when) \(step): \(killed.err)")
      if killed.code == 137 { kills += 1 }
      let runs = String(decoding: try #require(desk.read("count")), as: UTF8.self)
      isDone = try #require(Int(runs.trimmed)) < step
      let again = try sync(desk)
      #expect(again.code == 0, "\(when) \(step): \(again.err)")
    }
    #expect(try sync(laptop).code == 0)
    let notes = try export(desk)
    for word in words { #expect(notes.contains(word), "\(word)") }
    #expect(try export(laptop) == notes)
    #expect(kills > 20)
  }

  @Test func whatCantBeSentIsSentNextTime() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    rename(room("remote.git"), room("away.git"))
    let result = try sync(desk)
    #expect(result.code == 75)
    #expect(result.err.hasPrefix("debrief: it couldn't be sent this time, but will be next time: "))
    #expect(try run("-C", desk.file("notes"), "log", "--format=%s").out == "Sync\n")
    rename(room("away.git"), room("remote.git"))
    #expect(try sync(desk).code == 0)
    #expect(try sync(laptop).out == "1 change came in, none went out.\n")
  }

  @Test func aFolderOnAStickNeedsNoRemote() throws {
    let stick = room("stick")
    _ = try both(desk, "add", "Acme", "Engineer")
    #expect(try both(desk, "sync", stick).out == "1 change went out, none came in.\n")
    #expect(try both(laptop, "sync", stick).out == "1 change came in, none went out.\n")
    _ = try both(laptop, "add", "Nordlicht", "Editor")
    #expect(try both(laptop, "sync", stick).out == "1 change went out, none came in.\n")
    #expect(try both(desk, "sync", stick).out == "1 change came in, none went out.\n")
    #expect(try export(desk) == export(laptop))
  }

  @Test func copiesOfAFileSyncerAreMergedAndGo() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    _ = try sync(desk)
    let folder = desk.file("notes/applications")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let text = String(decoding: fileBytes("\(folder)/\(name)"), as: UTF8.self)
    let stem = name.dropLast(5)
    for (place, copy) in [
      "\(stem) (conflicted copy 2026-03-20).json",
      "\(stem).sync-conflict-20260320-101010-ABCDEFG.json",
      "\(stem) (Jane's conflicted copy 2026-03-20 101010).json",
    ].enumerated() {
      let changed = text.replacingOccurrences(
        of: "\"notes\": \"\"", with: "\"notes\": \"copy \(place)\"")
      #expect(changed != text)
      try Data(changed.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(copy)"))
    }
    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(stem) (2).json"))
    let result = try sync(desk)
    #expect(result.code == 0)
    #expect(result.err.contains("3 copies with a conflict, made by a file syncer, were merged"))
    #expect(
      result.err.contains("left alone, because it can't be read: applications/\(stem) (2).json"))
    for place in 0..<3 { #expect(try export(desk).contains("copy \(place)")) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["\(stem) (2).json", name].sorted())
    // None of them was committed.
    #expect(
      !(try run("-C", desk.file("notes"), "log", "--name-only", "--format=").out).contains(
        "conflict"))
  }

  @Test func aFolderIsWrittenAndTakenInWithoutGit() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    #expect(
      try both(desk, "export", "--folder", room("plain")).out == "1 change went to the folder.\n")
    #expect(
      try both(desk, "export", "--folder", room("plain")).out
        == "Nothing to write: the folder is up to date.\n")
    let dry = try both(laptop, "import", room("plain"), "--dry-run")
    #expect(dry.out == "1 change would come in.\n")
    #expect(try both(laptop, "list").out == "")
    #expect(try both(laptop, "import", room("plain")).out == "1 change came in.\n")
    #expect(
      try both(laptop, "import", room("plain")).out
        == "Nothing new: your notes already have all of it.\n")
    #expect(try export(desk) == export(laptop))
    #expect(access(room("plain") + "/.git", F_OK) != 0)
    #expect(try both(laptop, "import", room("plain"), "--to", "Acme").code == 64)
    #expect(try both(laptop, "export", "--folder", room("plain"), "--format", "csv").code == 64)
    #expect(try both(laptop, "import", room.path).code == 65)
  }

  /// The first folder is made, where there's a place for it; after that, one that isn't there is a slip.
  @Test func aFolderThatIsNotThereIsMadeOnce() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    for path in ["/debrief-not-here", room("not here") + "/notes", "no/such"] {
      let run = try both(desk, "sync", path)
      #expect(run.code == 66 && run.err.contains("There's no folder \(path)."), "\(run.err)")
      #expect(run.err.contains("make it first: mkdir -p -- "), "\(run.err)")
      #expect(access(path, F_OK) != 0)
    }
    #expect(try both(desk, "sync", room("not here") + "/notes").err.contains("mkdir -p -- '"))
    #expect(try both(desk, "sync", "made").err.contains("made the folder "))
    let slip = try both(desk, "sync", "ntoes")
    #expect(slip.code == 66 && slip.err.contains("There's no folder ntoes."), "\(slip.err)")
    #expect(access(desk.file("ntoes"), F_OK) != 0)
    // Made by hand, another one is meant.
    mkdir(desk.file("other"), 0o700)
    #expect(try both(desk, "sync", "other").code == 0)
    #expect(try sync(desk).code == 0)
  }

  @Test func whatMustNotBeIsRefused() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    func refused(_ code: Int32, _ words: String, _ result: Program.Result) {
      #expect(result.code == code, "\(result.err)")
      #expect(result.err.contains(words), "\(result.err)")
    }
    refused(64, "Your notes file or its backups are in", try both(desk, "sync", desk.home))
    refused(
      64, "Your notes file or its backups are in",
      try both(desk, "export", "--folder", "data/debrief"))
    refused(64, "is a file", try both(desk, "sync", "data/debrief/debrief.db"))
    refused(
      1, "Syncing needs git",
      try desk.wait(desk.start(["sync", "notes"], env: ["PATH": desk.home])))
    #expect(try sync(desk).code == 0)
    // A merge that the user began is theirs to end.
    try desk.write("x", to: "notes/.git/MERGE_HEAD")
    refused(65, "A merge is under way", try sync(desk))
    unlink(desk.file("notes/.git/MERGE_HEAD"))
    try run("-C", desk.file("notes"), "switch", "--quiet", "--detach")
    refused(65, "isn't on a branch", try sync(desk))
    try run("-C", desk.file("notes"), "switch", "--quiet", "main")
    let shared = "notes/shared.json"
    try desk.write("{\"format\": 99}", to: shared)
    refused(
      65, "was written by a newer version of debrief (format 99; yours reads up to 1)",
      try sync(desk))
    try desk.write("<<<<<<< HEAD", to: shared)
    refused(65, "shared.json was left alone: it isn't complete", try sync(desk))
    unlink(desk.file(shared))
    #expect(try sync(desk).code == 0)
    if geteuid() == 0 {
      chown(desk.file("notes"), 12345, 12345)
      refused(66, "belongs to somebody else", try sync(desk))
    }
  }

  @Test func noHookOfTheFolderRunsAndALockThatWasLeftGoes() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    for hook in [
      "pre-commit", "post-commit", "post-merge", "pre-push", "post-checkout",
      "reference-transaction",
    ] {
      let path = "notes/.git/hooks/\(hook)"
      mkdir(desk.file("notes/.git/hooks"), 0o700)
      try desk.write("#!/bin/sh\ntouch '\(desk.file("ran"))'\n", to: path)
      chmod(desk.file(path), 0o700)
    }
    for lock in ["index.lock", "config.lock", "HEAD.lock"] {
      try desk.write("", to: "notes/.git/\(lock)")
    }
    #expect(try sync(desk).code == 0)
    #expect(access(desk.file("ran"), F_OK) != 0)
  }

  /// Settings by which git runs a program, as somebody else may have put them into a folder.
  static let running = [
    "core.sshCommand", "core.gitProxy", "core.askPass", "credential.helper",
    "credential.https://example.org.helper", "filter.x.clean", "filter.x.smudge",
    "filter.x.process", "merge.other.driver", "remote.origin.uploadpack",
    "remote.origin.receivepack", "remote.origin.vcs", "gpg.program", "hook.x.command",
  ]

  @Test(arguments: running) func whatSomebodyElsePreparedRunsNothing(_ setting: String) throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    let touch = "touch '\(desk.file("ran"))';"
    #expect(try run("config", "-f", desk.file("notes/.git/more"), setting, touch).status == 0)
    let own = String(decoding: try #require(desk.read("notes/.git/config")), as: UTF8.self)
    try desk.write(own + "[include]\n\tpath = more\n", to: "notes/.git/config")
    try desk.write("* filter=x\n*.json merge=other\n", to: "notes/.gitattributes")
    let result = try sync(desk)
    #expect(result.code == 65)
    #expect(result.err.contains("would run other programs: "))
    #expect(result.err.lowercased().contains(setting.lowercased()))
    #expect(access(desk.file("ran"), F_OK) != 0)
    #expect(access(desk.file("notes/debrief.json"), F_OK) != 0)
  }

  @Test func aFolderThatIsTrustedRunsWhatItSays() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    let notes = desk.file("notes")
    try run("-C", notes, "config", "filter.x.clean", "touch '\(desk.file("ran"))'; cat")
    try desk.write("* filter=x\n", to: "notes/.gitattributes")
    let refused = try sync(desk)
    let line = "git config --global --add debrief.trusted '"
    let place = try #require(refused.err.range(of: line)?.upperBound)
    let path = String(refused.err[place...].prefix { $0 != "'" })
    // The folder can't say so itself.
    try run("-C", notes, "config", "debrief.trusted", path)
    #expect(try sync(desk).code == 65)
    #expect(access(desk.file("ran"), F_OK) != 0)
    try desk.write("[debrief]\n\ttrusted = \(path)\n", to: ".gitconfig")
    #expect(try sync(desk).code == 0)
    #expect(access(desk.file("ran"), F_OK) == 0)
  }

  @Test func noHookOfARemoteOnThisMachineRuns() throws {
    for hook in ["pre-receive", "update", "post-receive", "post-update"] {
      let path = room("remote.git") + "/hooks/" + hook
      mkdir(room("remote.git") + "/hooks", 0o700)
      try Data("#!/bin/sh\ntouch '\(room("ran"))'\n".utf8).write(to: URL(fileURLWithPath: path))
      chmod(path, 0o700)
    }
    _ = try both(desk, "add", "Acme", "Engineer")
    #expect(try sync(desk).code == 0)
    #expect(try sync(laptop).out == "1 change came in, none went out.\n")
    #expect(access(room("ran"), F_OK) != 0)
  }

  @Test func aFolderOfAnotherRepositoryIsRefused() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    mkdir(desk.file("elsewhere"), 0o700)
    try run("-C", desk.file("notes"), "config", "core.worktree", desk.file("elsewhere"))
    let led = try sync(desk)
    #expect(led.code == 65)
    #expect(led.err.contains("belongs to a git repository that is somewhere else"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.file("elsewhere")) == [])
    mkdir(desk.file("tree"), 0o700)
    try desk.write("gitdir: \(laptop.file("notes/.git"))\n", to: "tree/.git")
    #expect(try both(desk, "sync", "tree").code == 65)
  }

  @Test func aPrivateNoteNeverLeaves() throws {
    _ = try both(desk, "add", "Acme", "Engineer")
    let store = try Store(path: desk.database)
    let id = try #require(try store.archive().application.first?.id)
    try store.save(PrivateNote(application: id, text: "Zqsecret", recorded: TestClock.noon))
    try store.close()
    #expect(try sync(desk).code == 0)
    let found = try Oracle.run("grep", ["-rl", "Zqsecret", desk.file("notes")])
    #expect(found.status == 1 && found.out.isEmpty)
    #expect(try run("-C", desk.file("notes"), "log", "-p", "-S", "Zqsecret").out == "")
  }

  @Test func gitsDriverMergesOneFile() throws {
    func file(_ name: String, _ statement: String) throws {
      try desk.write(
        """
        {"finding": [{"application": "a", "id": "f", "statement": "\(statement)"}], "format": 1}
        """, to: name)
    }
    try file("base", "x")
    try file("ours", "one")
    try file("theirs", "two")
    #expect(try both(desk, "merge-file", "base", "ours", "theirs").code == 0)
    let merged = String(decoding: try #require(desk.read("ours")), as: UTF8.self)
    #expect(merged.contains("\"statement\": \"one — also: two\""))
    try desk.write("{\"format\": 2}", to: "theirs")
    let newer = try both(desk, "merge-file", "base", "ours", "theirs")
    #expect(newer.code == 65)
    #expect(newer.err.contains("written by a newer version of debrief"))
    #expect(String(decoding: try #require(desk.read("ours")), as: UTF8.self) == merged)
  }
}
