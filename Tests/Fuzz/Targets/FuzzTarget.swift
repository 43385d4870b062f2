import DebriefExport
import DebriefImport
import DebriefModel
import TUI
import Terminal

@testable import DebriefContent

/// What reads bytes that somebody else wrote. Each reads any bytes at all without a crash, in time, and keeps
/// what it promises; `make fuzz` looks for bytes with which one doesn't, and `FuzzTests` reads those once found.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case keys, table, mail, calendar, transcript, archive, checklist, letter, config, theme, mask,
    dates, lint
  case refusal

  /// What is promised besides, and wasn't kept.
  public struct Broken: Error, CustomStringConvertible {
    /// What happened.
    public let description: String
  }

  /// Reads some bytes.
  ///
  /// - Throws: ``Broken``.
  public func read(_ bytes: [UInt8]) throws(Broken) {
    switch self {
    case .keys: try keys(bytes)
    case .table: table(bytes)
    case .mail: mail(bytes)
    case .calendar: calendar(bytes)
    case .transcript:
      _ = try? TranscriptImport.proposal(
        bytes, name: "t", to: Shelf.dossier, profile: Shelf.profile, now: Shelf.now)
    case .archive: try archive(bytes)
    case .checklist:
      for base in [nil, Shelf.checklist] {
        _ = ChecklistFile.read(
          text(bytes), file: "c.yaml", branch: .ghosted, base: base, codes: ["R-EXP"])
      }
    case .letter: _ = LetterFile.read(text(bytes), file: "l.yaml", kind: .thanks)
    case .config: _ = ConfigFile.read(text(bytes), file: "config.toml")
    case .theme: _ = ThemeFile.read(text(bytes), file: "t.toml")
    case .mask: try mask(bytes)
    case .dates: try dates(bytes)
    case .lint: lint(bytes)
    case .refusal: try refusal(bytes)
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: - What is promised

  /// What some keys type, as one text each, and the others.
  private func typed(_ events: [InputEvent]) -> [String] {
    var all: [String] = []
    var isTyping = false
    for event in events {
      if case .key(let key) = event, case .character(let it) = key.code, key.modifiers.isEmpty {
        if isTyping { all[all.count - 1].append(it) } else { all.append(String(it)) }
        isTyping = true
      } else {
        all.append("\(event)")
        isTyping = false
      }
    }
    return all
  }

  /// However the bytes come, the keys are the same.
  private func keys(_ bytes: [UInt8]) throws(Broken) {
    func events(_ parts: [ArraySlice<UInt8>]) -> [InputEvent] {
      var decoder = InputDecoder(pasteLimit: 64)
      return parts.flatMap { decoder.feed($0) } + decoder.flush()
    }
    let whole = events([bytes[...]])
    let halves = events([bytes.prefix(bytes.count / 2), bytes.dropFirst(bytes.count / 2)])
    let single = events(bytes.indices.map { bytes[$0...$0] })
    // A mark that comes after its letter is a key of its own, and joins it in the text.
    let texts = [whole, halves, single].map(typed)
    if texts[0] != texts[1] || texts[0] != texts[2] {
      throw Broken(description: "keys depend on how the bytes come: \(whole) \(halves) \(single)")
    }
  }

  private func table(_ bytes: [UInt8]) {
    let source = ByteSource(name: "t.csv", bytes)
    guard let table = try? TableImport(source, words: Shelf.words, now: Shelf.now) else { return }
    var file = OnFile()
    try? table.rows(&file) { _ in }
  }

  private func mail(_ bytes: [UInt8]) {
    guard var box = try? Mailbox(ByteSource(name: "m", bytes)) else { return }
    let reader = MailImport(
      OnFile(), words: Shelf.words, refusals: Shelf.refusals, profile: Shelf.profile,
      now: Shelf.now, dossier: { _ in nil })
    while let one = try? box.next() {
      if let mail = try? Mail(one, name: "m", now: Shelf.now) { _ = reader.look(mail) }
    }
  }

  private func calendar(_ bytes: [UInt8]) {
    let reader = CalendarImport(
      OnFile(), words: Shelf.words, profile: Shelf.profile, now: Shelf.now, target: Shelf.dossier,
      load: { _, _ in nil }, dossier: { _ in nil })
    _ = try? reader.proposal(bytes, name: "c.ics")
  }

  /// What was read is read again from what is written of it.
  private func archive(_ bytes: [UInt8]) throws(Broken) {
    guard let archive = try? ArchiveJSON.decode(bytes), let text = try? ArchiveJSON.encode(archive)
    else { return }
    guard let again = try? ArchiveJSON.decode(Array(text.utf8)),
      let more = try? ArchiveJSON.encode(again), more == text
    else { throw Broken(description: "an archive isn't read back as it was written") }
  }

  /// No name and no address of the profile is left.
  private func mask(_ bytes: [UInt8]) throws(Broken) {
    var dossier = Shelf.dossier
    dossier.application.notes = text(bytes)
    let mask = Mask(dossier, profile: Shelf.profile)
    let shown = mask.text(text(bytes) + " Vera Quist, vera@quist.example")
    if shown.contains("Vera Quist") || shown.contains("vera@quist.example") {
      throw Broken(description: "the mask leaves a name behind: \(shown.suffix(60))")
    }
  }

  /// A day is one of the calendar's, and is read back from its own words.
  private func dates(_ bytes: [UInt8]) throws(Broken) {
    let words = text(bytes)
    for direction in [DateWords.Direction.past, .future, .nearest] {
      let reader = DateWords(now: Shelf.now, direction: direction)
      _ = (reader.talk(words), reader.doubt(words), reader.refusal(of: words))
      guard let day = reader.day(words) else { continue }
      if Day(day.year, day.month, day.day) != day {
        throw Broken(description: "no day of the calendar: \(day)")
      }
    }
  }

  private func lint(_ bytes: [UInt8]) {
    var context = LintContext(today: Shelf.now.day)
    (context.kind, context.dossier, context.profile) = (.thanks, Shelf.dossier, Shelf.profile)
    _ = Shelf.linter.remarks(subject: "Thank you", text: text(bytes), context: context)
  }

  /// What is quoted stands where it is said to stand.
  private func refusal(_ bytes: [UInt8]) throws(Broken) {
    let words = text(bytes)
    guard let reading = Shelf.refusals.read(words, on: Shelf.now.day) else { return }
    let all = Array(words)
    for quote in reading.claims.map(\.quote) + reading.promises.map(\.quote) {
      guard quote.place.upperBound <= all.count, String(all[quote.place]) == quote.words else {
        throw Broken(description: "“\(quote.words)” isn't at \(quote.place)")
      }
    }
  }
}

/// What all of them read with: the shipped content, and an application.
private enum Shelf {
  static let library = Library(userFolder: nil)
  static let now = Moment(Day(number: 20_532), hour: 12)  // 20 March 2026
  static let words = library.importWords().words
  static let refusals = RefusalReader(library.refusals().words)
  static let linter = Linter(words: library.lintWords().words)
  static let checklist = library.content(only: .ghosted).checklists[.ghosted]
  static let profile: Profile = {
    var profile = Profile()
    (profile.name, profile.email) = ("Vera Quist", "vera@quist.example")
    return profile
  }()
  static let dossier: Dossier = {
    let id = ID("one")
    var dossier = Dossier(Application(id: id, created: now) { $0.company = "Nordlicht" })
    dossier.interviews = [
      Interview(id: ID("round"), application: id, recorded: now) { $0.start = now }
    ]
    return dossier
  }()
}
