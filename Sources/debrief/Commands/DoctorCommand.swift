import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import Spelling
import TUI
import Terminal

/// `debrief doctor`: looks everything over, and says what is wrong. Ends with 1 when something is.
struct DoctorCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check your notes, any questions or letters you customized, and your terminal.")

  @Flag(help: "Print JSON.") var json = false
  @Flag(
    help: "First, rebuild the indexes, the list, and the search index; your notes aren't touched.")
  var rebuild = false
  @Option(
    help: ArgumentHelp(
      "Save whatever can still be read from a damaged notes file to a new file.",
      valueName: "new"))
  var recover: String?
  @OptionGroup var options: StoreOptions

  var onlyPrints: Bool { recover == nil }

  func validate() throws {
    if recover != nil, rebuild || json {
      throw ValidationError("Use --recover alone, without --rebuild or --json.")
    }
  }

  func run() throws {
    let session = try options.quietSession()
    if let recover { return try DoctorRecovery.run(session, options, into: recover) }
    if rebuild { try build(session) }
    let sample = try options.demo ? session.demo() : nil
    defer { try? sample?.close() }
    let health = Health(session, sample: sample)
    if json {
      try Output.document(try JSONText.encode(health) + "\n")
    } else {
      try Output.text(DoctorCommand.text(health))
    }
    if !health.problems.isEmpty { throw Ending(code: ExitStatus.failure) }
  }

  private func build(_ session: Session) throws {
    try options.refuseDemo()
    let store = try session.store(access: .existing)
    defer { try? store.close() }
    let rebuilt = try store.rebuild()
    if !rebuilt.missing.isEmpty {
      complain("was missing and has been recreated: \(rebuilt.missing.joined(separator: ", "))")
    }
    complain(
      "rebuilt: the indexes, the list (\(counted(rebuilt.applications, "application"))), and the "
        + "search index (\(counted(rebuilt.texts, "text"))); what you wrote wasn't touched")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  private static func text(_ health: Health) -> String {
    var rows: [(String, String)] = [("debrief", health.debrief)]
    let store = health.database
    rows.append(("database", store.path + (store.exists ? "" : " (not created yet)")))
    if let count = store.applications { rows.append(("applications", "\(count)")) }
    if let count = store.hiddenPrivateNotes, count > 0 {
      rows.append(
        ("private notes", "\(count) hidden, because adding the application was undone (redo)"))
    }
    rows.append(
      ("schema", (store.schema.map { "\($0), " } ?? "") + "\(store.knownSchema) is the newest here")
    )
    if store.exists {
      rows.append(
        (
          "backups",
          store.newestBackup.map { "the newest is \($0) (debrief backup --list)" } ?? "none yet"
        ))
    }
    rows.append(("SQLite", health.sqlite ?? "unknown"))
    rows.append(("your own files", health.config ?? "nowhere, because there's no home folder"))
    rows.append(("settings", health.settings.shown))
    let left = health.leftTexts
    rows.append(
      (
        "editor files",
        health.state
          + (left.isEmpty
            ? "" : " (\(left.count) left behind: \(health.leftKey) in debrief shows them)")
      ))
    for path in left { rows.append(("", path)) }
    if !health.leftElsewhere.isEmpty {
      rows.append(("", "typed for other note files, and not saved:"))
      for path in health.leftElsewhere { rows.append(("", path)) }
    }
    let spelling = health.spelling
    rows.append(
      (
        "spelling",
        spelling.dictionary.map { "\($0), from \(spelling.provider ?? "an unknown provider")" }
          ?? spelling.problem ?? "not checked"
      ))
    let terminal = health.terminal
    let size = terminal.columns.map { "\($0)x\(terminal.rows ?? 0)" } ?? "no terminal on stdout"
    let colours = terminal.colours.map { "\($0) colors" } ?? "unknown here"
    rows.append(
      (
        "terminal",
        "\(terminal.name ?? "TERM is not set"), \(colours), \(size), "
          + (terminal.utf8 ? "UTF-8" : "not UTF-8")
      ))
    if let other = terminal.usedAs {
      rows.append(
        (
          "",
          "This computer has no description of it, so it's used as \(other); the package "
            + "ncurses-term has one."
        ))
    }
    rows.append(("plain mode", health.plain.shown))
    var text = rows.map { "\(TextWidth.pad($0.0, to: 14))  \($0.1)\n" }.joined()
    text += health.problems.isEmpty ? "\nEverything looks good.\n" : "\nProblems:\n"
    for problem in health.problems { text += "- \(problem)\n" }
    return text
  }
}

/// What the doctor found.
private struct Health: Encodable {
  struct Database: Encodable {
    let path: String
    var exists = false
    var schema: Int?
    let knownSchema = Store.knownSchema
    var applications: Int?
    var readOnly: Bool?
    /// The newest backup that passes its check.
    var newestBackup: String?
    /// What a backup or a restore left that was ended in the middle: nothing that is needed.
    var unfinished: [String] = []
    /// Private notes that wait for applications that were undone.
    var hiddenPrivateNotes: Int?
  }
  /// The dictionary letters would be checked with; that there is none is nothing wrong.
  struct Dictionary: Encodable {
    let dictionary: String?
    let language: String
    let problem: String?
    let provider: String?

    init(_ language: String) {
      let speller = Speller(language: language)
      self.language = language
      dictionary = speller.dictionary?.tag
      provider = speller.dictionary?.provider
      problem = speller.report(words: []).problem
    }
  }
  struct Screen: Encodable {
    let name = getenv("TERM").map { String(cString: $0) }
    let colours = TerminalFacts.colours()
    let columns = TerminalFacts.size()?.width
    let rows = TerminalFacts.size()?.height
    /// The terminal it is taken for, where it has no description of its own.
    let usedAs = TerminalKind.current?.usedAs
    let utf8 = TerminalFacts.isUTF8()
  }

  var database: Database
  /// The file of settings.
  struct Settings: Encodable {
    let exists: Bool
    let path: String?
    var shown: String {
      path.map { $0 + (exists ? "" : " (not there, so the defaults are used)") }
        ?? "nowhere, because there's no home folder"
    }
  }

  /// Whether the program speaks in lines here, and what makes it.
  struct PlainMode: Encodable {
    let on: Bool
    let cause: String?
    var shown: String {
      cause.map { "on, because \($0)" } ?? "off (debrief --plain turns it on)"
    }

    init(_ session: Session) {
      cause = PlainReason.here(session)?.cause
      on = cause != nil
    }
  }

  let config: String?
  let plain: PlainMode
  let settings: Settings
  let state: String
  /// Texts that an editor left behind: nothing is wrong with them, but somebody may miss them.
  let leftTexts: [String]
  /// The same for other stores than this one.
  let leftElsewhere: [String]
  /// The key that shows them.
  let leftKey: String
  let sqlite = Store.engine
  private(set) var spelling = Dictionary(Profile().language)
  let terminal = Screen()
  let debrief = DebriefCommand.configuration.version
  var problems: [String] = []
  let version = 1

  init(_ session: Session, sample: Store?) {
    database = Database(path: sample?.path ?? session.paths.database)
    config = session.paths.config
    plain = PlainMode(session)
    settings = Settings(
      exists: session.configuration.exists, path: session.configuration.path)
    state = session.paths.state
    leftKey = session.configuration.commands.command("draft.resume")?.keys.first ?? ":"
    let files = EditorFiles(
      session.paths, store: sample == nil ? session.paths.database : nil)
    leftTexts = files.leftBehind()
    leftElsewhere = files.ofOthers()
    if let sample {
      database.exists = true
      do { try examine(sample) } catch { problems.append(Failure(error).description) }
    } else {
      examine(session.paths, session.backups)
    }
    problems += session.configuration.faults.map(\.description)
    problems += session.library.check().map(\.description)
  }

  private mutating func examine(_ paths: Paths, _ backups: Backups) {
    let path = paths.database
    var info = stat()
    guard stat(path, &info) == 0 else {
      if errno != ENOENT { problems.append("\(path): \(String(cString: strerror(errno))).") }
      return
    }
    database.exists = true
    let sound = problems.count
    do {
      let store = try Store(path: path, access: .existing, backups: backups)
      try examine(store)
      try store.close()
    } catch StoreError.damaged(let path, let detail, _) {
      // What it says elsewhere, to ask the doctor, would lead in a circle here.
      problems.append("\(path) is damaged (\(detail)).")
      problems.append(
        "Nothing was changed. debrief doctor --recover NEW saves what can still be read to a new "
          + "file; debrief restore FILE puts a backup in its place.")
    } catch { problems.append(Failure(error).description) }
    let newest = backups.newestGood()
    database.newestBackup = newest?.name
    if problems.count > sound, let newest {
      problems.append(
        "Your newest good backup is from \(newest.when). debrief restore \(newest.name) goes back "
          + "to it.")
    }
    database.unfinished =
      backups.unfinished() + Restoring.unfinished(path) + Store.unfinishedCopies(beside: path)
    for left in database.unfinished {
      problems.append(
        "\(left) is left from a backup or a restore that was cut off. You don't need it; remove it "
          + "with rm.")
    }
    // Looked at again: an empty file is made private when it becomes a store.
    if stat(path, &info) == 0, info.st_mode & 0o077 != 0 {
      problems.append("\(path) can be opened by other people. chmod 600 makes it private.")
    }
    // A folder the user named may well be shared; our own may not.
    guard !paths.isNamed, let cut = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<cut])
    if stat(folder, &info) == 0, info.st_mode & 0o077 != 0 {
      problems.append("\(folder) can be read by other people. chmod 700 makes it private.")
    }
  }

  private mutating func examine(_ store: Store) throws {
    database.schema = store.schemaVersion
    database.readOnly = store.isReadOnly
    if store.isReadOnly {
      problems.append("Nothing can be saved. " + StoreError.readOnly(store.path).description)
    }
    let found = try store.check()
    problems += found
    do {
      database.applications = try store.shelf(.init(.top, count: 0)).total
      database.hiddenPrivateNotes = try store.hiddenPrivateNotes()
      if let language = try store.profile()?.language { spelling = Dictionary(language) }
    } catch {
      // What is wrong with the store explains why it cannot be read, and was said.
      if found.isEmpty { throw error }
    }
  }
}
