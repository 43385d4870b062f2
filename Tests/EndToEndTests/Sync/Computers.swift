import DebriefExport
import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

@testable import DebriefRunner

/// One of several computers of one person: notes of its own, a folder of its own, and a hand that writes at
/// random. Every text it writes has a word that no other text has.
final class Computer {
  let name: String
  let store: Store
  let folder: SyncFolder
  let session: Session
  private var ids: IDSource
  private var seconds = 0
  /// How the folder looked when it last met those of the others, by paths.
  fileprivate var seen: [String: [UInt8]] = [:]
  /// Words that this person took away themselves: deleted, wrote over, or undid.
  private(set) var dropped: Set<String> = []

  init(_ name: String, in room: PrivateFolder, seed: UInt64, folder path: String? = nil) throws {
    self.name = name
    let home = room(name)
    for folder in [home, home + "/state"] { mkdir(folder, 0o700) }
    session = try Session(
      database: home + "/debrief.db",
      environment: [
        "HOME": home, "XDG_STATE_HOME": home + "/state", "PATH": "/usr/bin:/bin",
        "DEBRIEF_NOW": TestClock.text,
      ])
    store = try Store(path: session.paths.database)
    folder = try SyncFolder(path ?? home + "/folder", apartFrom: session.paths, isNew: true)
    ids = IDSource(seed: seed)
  }

  /// A sync by way of git.
  @discardableResult
  func sync() throws -> SyncReport {
    try Synchronizing(session, store, folder, program: Program.path).sync()
  }

  /// Runs git in the folder.
  @discardableResult
  func git(_ arguments: String...) throws -> Oracle.Answer {
    try Oracle.run("git", ["-C", folder.path] + arguments)
  }

  // MARK: What is there

  /// Everything in the notes.
  func export() throws -> String { try ArchiveJSON.encode(try store.archive()) }

  /// The words that no other text has, as far as they are in the notes.
  func words() throws -> Set<String> {
    var words: Set<String> = []
    var word: [UInt8] = []
    for byte in try export().utf8 {
      if (0x30...0x39).contains(byte) || (word.isEmpty && byte == UInt8(ascii: "w")) {
        word.append(byte)
      } else {
        if byte == UInt8(ascii: "q"), word.count > 1 {
          words.insert(String(decoding: word, as: UTF8.self))
        }
        word = byte == UInt8(ascii: "w") ? [byte] : []
      }
    }
    return words
  }

  /// The files of the folder that are ours, by their paths.
  func files() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for path in all where FolderPlan.isOurs(path) {
      files[path] = fileBytes("\(folder.path)/\(path)")
    }
    return files
  }

  // MARK: Writing

  private static let lock = NSLock()
  nonisolated(unsafe) private static var last = 0
  /// A word that no other text has.
  private func word() -> String {
    Self.lock.withLock {
      Self.last += 1
      return "w\(Self.last)q"
    }
  }

  /// Does one of the things that a person does.
  func act(_ random: inout Seeded) throws {
    let before = try words()
    let isOthers = try step(&random)
    if !isOthers { dropped.formUnion(before.subtracting(try words())) }
  }

  /// Returns whether what was done was the undoing of what others wrote.
  private func step(_ random: inout Seeded) throws -> Bool {
    seconds += 1
    let now = TestClock.noon.adding(seconds: seconds)
    let archive = try store.archive()
    func apply(_ operations: Change.Operation...) throws {
      try store.apply(Change("step", operations), at: now)
    }
    guard let owner = archive.application.randomElement(using: &random)?.id else {
      return try add(now)
    }
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return try add(now)
    case 1, 2, 3:
      try apply(
        .insert(
          .finding(
            Finding(id: ids.draw(), application: owner, kind: .weakness, recorded: now) {
              $0.statement = word()
            })))
    case 4, 5, 6, 7:
      guard let it = archive.finding.randomElement(using: &random) else { return false }
      var next = it
      next.statement = Bool.random(using: &random) ? it.statement + " " + word() : word()
      next.weight = Int.random(in: 1...5, using: &random)
      try apply(.update(from: .finding(it), to: .finding(next)))
    case 8:
      try apply(
        .insert(
          .feedback(
            Feedback(id: ids.draw(), application: owner, recorded: now) { $0.verbatim = word() })))
    case 9, 10:
      guard let it = archive.feedback.randomElement(using: &random) else { return false }
      var next = it
      next.verbatim += " " + word()
      next.three = [.init(word())]
      try apply(.update(from: .feedback(it), to: .feedback(next)))
    case 11:
      guard let it = archive.finding.randomElement(using: &random) else { return false }
      try apply(.delete(.finding(it)))
    case 12:
      guard Int.random(in: 0..<3, using: &random) == 0, let it = try store.dossier(owner) else {
        return false
      }
      try store.apply(Recipe.delete(it), at: now)
    case 13:
      try apply(.insert(.note(Note(id: ids.draw(), recorded: now) { $0.text = word() })))
    case 14:
      guard let it = archive.note.randomElement(using: &random) else { return false }
      var next = it
      next.application = it.application == nil ? owner : nil
      if Bool.random(using: &random) { next.text += " " + word() }
      try apply(.update(from: .note(it), to: .note(next)))
    case 15:
      try apply(
        .insert(
          .person(
            Person(id: ids.draw()) {
              $0.name = word()
              $0.notes = word()
            })))
    case 16:
      guard let it = archive.person.randomElement(using: &random) else { return false }
      var next = it
      next.notes = Bool.random(using: &random) ? it.notes + "\n" + word() : word()
      try apply(.update(from: .person(it), to: .person(next)))
    case 17:
      // The same question of the same debrief, whoever answers it.
      try apply(
        .insert(
          .response(
            Response(
              id: ids.draw(), application: owner, debrief: ID("d" + owner.text), item: "lesson",
              answered: now
            ) { $0.value = "What helped: " + word() })))
    case 18:
      try apply(
        .insert(.forecast(Forecast(id: ids.draw(), application: owner, chance: 40, sealed: now))))
    case 19:
      guard let it = archive.forecast.randomElement(using: &random) else { return false }
      try apply(.delete(.forecast(it)))
    case 20:
      var profile = archive.profile.first ?? Profile()
      let was = profile
      profile.goals = word()
      try apply(
        archive.profile.isEmpty
          ? .insert(.profile(profile)) : .update(from: .profile(was), to: .profile(profile)))
    case 21, 22: return try undo(now)
    default: _ = try store.redo(at: now)
    }
    return false
  }

  private func add(_ now: Moment) throws -> Bool {
    let it = Application(id: ids.draw(), created: now) {
      $0.company = "C " + word()
      $0.role = "Engineer"
    }
    try store.apply(Change("add", [.insert(.application(it))]), at: now)
    return false
  }

  private func undo(_ now: Moment) throws -> Bool {
    let title = try store.history(limit: 1_000).first { $0.undone == nil }?.title
    _ = try store.undo(at: now, hidingPrivateNotes: true)
    return title == "sync"
  }
}

/// What git does between several folders, without git: three versions of each file meet.
final class Meeting3 {
  private var files: [String: [UInt8]] = [:]

  /// What ``Synchronizing/sync()`` does, with this in place of git.
  func sync(_ it: Computer) throws {
    let work = Synchronizing(it.session, it.store, it.folder, program: "")
    _ = try work.export()
    let ours = it.files()
    for path in Set(files.keys).union(ours.keys) {
      let (base, mine, theirs) = (it.seen[path] ?? [], ours[path] ?? [], files[path] ?? [])
      if theirs == base || theirs == mine || theirs.isEmpty { continue }
      let merged =
        mine == base
        ? theirs : Array(try FolderFile.merged(base: base, ours: mine, theirs: theirs).text.utf8)
      writeFile(merged, to: "\(it.folder.path)/\(path)")
    }
    _ = try work.import()
    _ = try work.export()
    files = it.files()
    it.seen = files
  }
}

/// Syncs until nobody has anything new, and holds all of them against each other.
func settle(
  _ all: [Computer], _ sync: (Computer) throws -> Void,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for _ in 0..<2 { for it in all { try sync(it) } }
  let first = try all[0].export()
  for it in all.dropFirst() {
    #expect(try it.export() == first, "\(it.name)", sourceLocation: sourceLocation)
    #expect(it.files() == all[0].files(), "\(it.name)", sourceLocation: sourceLocation)
  }
  for it in all { #expect(try it.store.check() == [], sourceLocation: sourceLocation) }
}
