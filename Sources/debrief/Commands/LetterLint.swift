import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Spelling

/// The check of a letter in a file, with as much context as is named. Ends with 1 when there is
/// something to remark.
struct LetterLint: ParsableArguments {
  @Option(
    name: .customLong("lint"),
    help: ArgumentHelp("Check the letter in a file; - reads it from stdin.", valueName: "file"))
  var file: String?
  @Flag(help: "Print what --lint finds as JSON.") var json = false
  @Option(help: "With --lint: which letter it is, such as ask-feedback.")
  var kind: LetterKind?
  @Option(
    help: ArgumentHelp("With --lint: the application it belongs to.", valueName: "reference"))
  var application: String?

  /// Checks it; `to` is who reads it: an id, its beginning, or a name.
  func run(_ options: StoreOptions, to: String?) throws {
    guard let file else { return }
    let letter = LintedFile(try Input.file(file))
    if letter.isMail {
      throw Failure(
        "\(file) is an email with encoded text. Check the letter as text, before it becomes one.",
        code: ExitStatus.data)
    }
    guard !letter.isEmpty else {
      throw Failure(
        "There's no text to check in \(file == "-" ? "what you piped in" : file).",
        code: ExitStatus.failure)
    }
    // Without an application or a reader there is nothing in the store that has to be found.
    let isAlone = application == nil && to == nil && !options.demo
    let (session, context) =
      try isAlone
      ? alone(options)
      : options.reading { ($0, try self.context($0, $1, to, letter)) }
    try check(letter, context, session)
  }

  /// A letter by itself: who writes it is asked of the store, if there is one that can be read.
  private func alone(_ options: StoreOptions) throws -> (Session, LintContext) {
    let session = try Session(database: options.database, needsStore: false)
    session.configuration.complainOfFaults()
    var context = LintContext(today: session.now.day)
    context.kind = kind
    if session.paths.database.isEmpty { return (session, context) }
    do {
      let store = try session.store(access: .existing)
      defer { try? store.close() }
      context.profile = try store.profile()
    } catch StoreError.missing {
      return (session, context)
    } catch {
      complain("the letter is checked without your notes: \(Failure(error))")
    }
    return (session, context)
  }

  private func check(_ letter: LintedFile, _ given: LintContext, _ session: Session) throws {
    var context = given
    let content = session.library.lintWords()
    for fault in content.faults { complain(fault.description) }
    let linter = Linter(words: content.words)
    let words = linter.wordsToSpell(
      subject: letter.subject, text: letter.text, context: context)
    let spelling = Speller(language: context.profile?.language ?? Profile().language)
      .report(words: words)
    if let problem = spelling.problem { complain(problem) }
    context.spelling = spelling
    if !linter.isReadable(letter.text, spelling, context: context) {
      complain(
        "this doesn't look like English: only names, blanks to fill in, and doubled words are checked"
      )
    }
    let remarks = linter.remarks(
      subject: letter.subject, text: letter.text, context: context)
    if json {
      try Output.document(
        try JSONText.encode(LintDocument(remarks, letter, spelling)) + "\n")
    } else {
      let isForNobody = context.recipient == nil
      try Output.text(
        remarks.map { Self.block($0, letter, isForNobody) }.joined(separator: "\n"))
    }
    if !remarks.isEmpty { throw Ending(code: ExitStatus.failure) }
  }

  private func context(
    _ session: Session, _ store: Store, _ to: String?, _ letter: LintedFile
  ) throws -> LintContext {
    var context = LintContext(today: session.now.day)
    context.kind = kind
    context.profile = try store.profile()
    if let application {
      let dossier = try store.dossier(application)
      context.dossier = dossier
      context.resume = try store.resume(named: dossier.application.resume)
      context.others = dossier.letters
      context.foreignNames = try store.foreignNames(
        in: letter.text, besides: dossier.application.id)
    }
    if let to {
      context.recipient = try recipient(
        to, context.dossier, store, session.library.nicknames(), now: session.now)
    } else if let head = letter.to, !head.isEmpty, let dossier = context.dossier {
      // The letter's own head says who reads it.
      let named = LetterRules.matches(head, dossier.people)
      if named.count == 1 { context.recipient = named[0] }
    }
    return context
  }

  /// The person a reference means: someone of the application first, else anybody on file.
  private func recipient(
    _ reference: String, _ dossier: Dossier?, _ store: Store, _ nicknames: Nicknames,
    now: Moment
  ) throws -> Person {
    func meant(_ people: [Person]) -> [Person] {
      PeopleLookup.matches(reference, among: people, nicknames: nicknames)
    }
    var found = meant(dossier?.people ?? [])
    if found.isEmpty { found = meant(try store.contacts(reference, now: now).map(\.person)) }
    if found.isEmpty { found = meant(try store.people()) }
    guard let only = found.first else {
      throw Failure(
        "There's nobody called \"\(reference)\" in your notes.", code: ExitStatus.noInput)
    }
    if found.count == 1 { return only }
    throw StoreError.ambiguous(
      reference, candidates: found.prefix(10).map { "\($0.id) \($0.name), \($0.company)" })
  }

  /// `3:7 demand: “tell me why” sounds like a demand`, and below it how to mend it.
  private static func block(
    _ remark: Remark, _ letter: LintedFile, _ isForNobody: Bool
  ) -> String {
    let place = remark.place.map { letter.place(of: $0.lowerBound) }
    let head = place.map { "\($0.line):\($0.column) " } ?? ""
    // Nobody is chosen here as on the screen: an option says who reads it.
    let mend =
      remark.rule == .recipient && remark.place == nil && isForNobody
      ? "Say who it goes to: --to NAME." : remark.mend
    return "\(head)\(remark.rule.rawValue): \(remark.says)\n  \(mend)\n"
  }
}

/// A letter as a plain file: headers with a subject, when there are any, and the text.
struct LintedFile {
  private(set) var subject = ""
  /// Whom its head names, without an address.
  private(set) var to: String?
  /// Whether it is a mail, whose text is encoded.
  private(set) var isMail = false
  private(set) var text: String
  /// The lines before the text.
  private var skipped = 0
  /// How many characters of each line of the text lie before it.
  private var starts: [Int] = [0]

  init(_ file: String) {
    text = file
    let lines = file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // Only a head of `Name: …` lines is one: a `Subject:` further down belongs to the text.
    var at = 0
    var head: Int?
    while at < lines.count, !lines[at].allSatisfy(\.isWhitespace) {
      guard let colon = lines[at].firstIndex(of: ":"),
        lines[at][..<colon].allSatisfy({ $0.isLetter || $0 == "-" }), colon > lines[at].startIndex
      else { break }
      if head == nil, lines[at][..<colon].lowercased() == "subject" {
        head = at
        subject = lines[at][lines[at].index(after: colon)...].trimmed
      }
      switch lines[at][..<colon].lowercased() {
      case "to":
        let value = lines[at][lines[at].index(after: colon)...]
        to = value.prefix { $0 != "<" }.trimmed
      case "mime-version": isMail = true
      default: break
      }
      at += 1
    }
    if head != nil {
      while at < lines.count, lines[at].allSatisfy(\.isWhitespace) { at += 1 }
      skipped = at
      text = at < lines.count ? String(file[lines[at].startIndex...]) : ""
    }
    var count = 0
    for character in text {
      count += 1
      if character.isNewline { starts.append(count) }
    }
  }

  /// Whether nothing in it can be seen: blanks of any kind, and characters without a form.
  var isEmpty: Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value < 0x20
    }
  }

  /// The line and the column of a character of the text, both from 1 on, in the file.
  func place(of character: Int) -> (line: Int, column: Int) {
    let line = (starts.lastIndex { $0 <= character }) ?? 0
    return (line + 1 + skipped, character - starts[line] + 1)
  }
}

/// The check as a document.
private struct LintDocument: Encodable {
  struct Entry: Encodable {
    let column: Int?
    let line: Int?
    let mend: String
    let row: String
    let rule: String
    let says: String
    let why: String
    let words: String
  }
  struct Dictionary: Encodable {
    let language: String
    let problem: String?
  }

  let remarks: [Entry]
  let spelling: Dictionary
  let subject: String
  let version = 1

  init(_ remarks: [Remark], _ letter: LintedFile, _ report: SpellingReport) {
    self.remarks = remarks.map { remark in
      let place = remark.place.map { letter.place(of: $0.lowerBound) }
      return Entry(
        column: place?.column, line: place?.line, mend: remark.mend, row: remark.row,
        rule: remark.rule.rawValue, says: remark.says, why: remark.why, words: remark.words)
    }
    spelling = Dictionary(language: report.language, problem: report.problem)
    subject = letter.subject
  }
}
