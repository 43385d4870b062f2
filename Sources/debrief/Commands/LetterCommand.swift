import ArgumentParser
import DebriefApp
import DebriefContent
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import TUI

extension LetterKind: ExpressibleByArgument {
  /// Reads `L4` or the letter's word.
  public init?(argument: String) { self.init(words: argument) }
  /// The words, as help lists them.
  public static var allValueStrings: [String] { allCases.map(\.word) }
}

extension LetterFile: ExpressibleByArgument {}

/// `debrief letter`: a letter as its template and the facts on file make it.
struct LetterCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Draft a letter from your notes, or check one.",
    discussion: "Anything the letter has to leave out is listed on stderr.")

  typealias Format = LetterFile

  @Argument(help: "The application: an id, a company, or the first part of either.") var reference:
    String?
  @Argument(help: "Which letter.") var kind: LetterKind?
  @Option(
    help: ArgumentHelp(
      "Who it goes to: a name, or the first part of an id; otherwise the best match.",
      valueName: "person"))
  var to: String?
  @Option(
    help: ArgumentHelp("The date you need an answer by, such as 20 apr.", valueName: "date"))
  var by: String?
  @Flag(
    name: .customLong("new"), help: "Write a new draft, even if you already started one in the app."
  )
  var isNew = false
  @Option(
    help:
      "The format: text, or an email draft (eml). A file ending in .eml is always an email draft.")
  var format: Format?
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(FileOutput.help, valueName: "file"))
  var file: String?
  @OptionGroup var lint: LetterLint
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if lint.file == nil, reference == nil || kind == nil {
      throw ValidationError("Name the application and the letter, or a file to check: --lint FILE.")
    }
  }

  func run() throws {
    try refuseWhatIsForTheOther()
    if lint.file != nil { return try lint.run(options, to: to) }
    guard let reference, let kind else { return }
    let format = try LetterFile.forms.of(file, asked: format)
    try options.reading { session, store in
      let dates = Dates(now: session.now)
      let due = try due(kind, session, dates)
      let dossier = try store.dossier(reference)
      let person = try recipient(kind, dossier, store, session, due)
      let begun = dossier.letters.first {
        $0.letterKind == kind && $0.to == person?.id && $0.sent == nil
      }
      let letter: Letter
      if let begun, !isNew, by == nil, !begun.text.allSatisfy(\.isWhitespace) {
        letter = begun
        complain("this is the letter you started in the app; --new writes a new draft")
        if begun.isHeld(now: session.now), let until = begun.heldUntil {
          complain(
            "it's on hold until \(until.day); you can take it off hold in the app, which asks why"
          )
        }
      } else {
        for fault in session.library.letters().faults(kind) { complain(fault.description) }
        let draft = try draft(kind, dossier, person, store, session, due ?? begun?.due)
        for gap in draft.gaps { complain("left out: \(gap.missing) (\(gap.fill))") }
        let id = begun?.id ?? ID("\(kind.word)-\(dossier.application.id)")
        letter = Letter(
          id: id, application: dossier.application.id, kind: kind.rawValue, recorded: session.now
        ) {
          $0.subject = draft.subject
          $0.text = draft.text
        }
      }
      dates.say()
      try FileOutput.deliver(
        text(
          of: letter, as: format, to: person, from: try store.profile() ?? Profile(),
          at: session.now),
        to: file, keeping: session.paths.database)
    }
  }

  /// Checking a letter and drafting one share a command, but not all of its options: one that would
  /// have no effect is refused.
  private func refuseWhatIsForTheOther() throws(Failure) {
    if lint.file != nil {
      if reference != nil {
        throw Failure(
          "With --lint, use --application for the application and --kind for the letter.",
          code: ExitStatus.usage)
      }
      let given = [("--by", by != nil), ("--new", isNew), ("--format", format != nil)]
      if let (name, _) = (given + [("-o", file != nil)]).first(where: \.1) {
        throw Failure(
          "--lint only checks a letter, so \(name) does nothing here. Leave it out.",
          code: ExitStatus.usage)
      }
    } else {
      let given = [("--json", lint.json), ("--kind", lint.kind != nil)]
      if let (name, _) = (given + [("--application", lint.application != nil)]).first(where: \.1) {
        throw Failure(
          "\(name) goes with --lint FILE, which checks a letter. Leave it out to draft one.",
          code: ExitStatus.usage)
      }
    }
  }

  /// The day an answer is asked for by; refused where it has passed, and where no letter would say it.
  private func due(
    _ kind: LetterKind, _ session: Session, _ dates: Dates
  ) throws(Failure) -> Day? {
    guard by != nil else { return nil }
    if !session.library.letters().form(kind).uses(.due) {
      throw Failure(
        "The letter \(kind.word) doesn't ask for an answer by a certain date. Leave --by out.",
        code: ExitStatus.usage)
    }
    let meant = by.flatMap { DateWords(now: session.now, direction: .future).day($0) }
    if let meant, meant < session.now.day {
      throw Failure(
        "\(meant.long) has already passed. Use a later date.",
        code: ExitStatus.usage)
    }
    return try dates.day(by, "asks for an answer by", .future)
  }

  /// The letter in the form that was asked for.
  private func text(
    of draft: Letter, as format: Format, to person: Person?, from profile: Profile, at now: Moment
  ) -> String {
    switch format {
    case .eml:
      let message = MailMessage(draft, from: profile, to: person, date: now)
      for remark in message.remarks { complain(remark) }
      return message.eml()
    case .text:
      var head = ""
      if let person {
        head += "To: \(LetterText.clean(person.name))"
        head += person.email.isEmpty ? "\n" : " <\(LetterText.clean(person.email))>\n"
      }
      return Output.clean("\(head)Subject: \(draft.subject)\n\n\(draft.text)\n", for: file)
    }
  }

  /// Made of the facts on file; a failure with one clear sentence when it cannot be.
  private func draft(
    _ kind: LetterKind, _ dossier: Dossier, _ person: Person?, _ store: Store, _ session: Session,
    _ due: Day?
  ) throws -> LetterDraft {
    let letters = session.library.letters()
    if let refusal = LetterRules.refusal(kind, dossier, to: person, now: session.now) {
      throw Failure(refusal, code: ExitStatus.data)
    }
    let facts = LetterFacts(
      dossier, to: person, profile: try store.profile(),
      resume: try store.resume(named: dossier.application.resume),
      due: due,
      tookOther: try store.tookOther(than: dossier.application.id, today: session.now.day),
      now: session.now)
    let draft = letters.draft(kind, facts)
    if let refusal = draft.refusal {
      let reader = person.map { "\($0.name): " } ?? ""
      throw Failure(reader + refusal, code: ExitStatus.data)
    }
    return draft
  }

  /// Who reads it: whom the user named, else whom the letter suits best.
  private func recipient(
    _ kind: LetterKind, _ dossier: Dossier, _ store: Store, _ session: Session, _ due: Day?
  ) throws -> Person? {
    let now = session.now
    guard let to else {
      // Whom it suits best among those there can be a letter to.
      let order = LetterRules.whoCanGet(kind, dossier, now: now)
      return order.first { (try? draft(kind, dossier, $0, store, session, due)) != nil }
        ?? order.first
    }
    var people = dossier.people
    for person in try store.people(company: dossier.application.company)
    where !people.contains(where: { $0.id == person.id }) {
      people.append(person)
    }
    let found = PeopleLookup.matches(
      to, among: people, nicknames: session.library.nicknames())
    // Somebody who is on file at two companies is written to as whom they are known here.
    guard found.dropFirst().allSatisfy({ it in found.first?.isOne(with: it) ?? true }) else {
      throw StoreError.ambiguous(
        to, candidates: found.map { "\($0.id) \($0.name), \($0.company)" })
    }
    guard let person = found.first else {
      let known = people.map(\.name).joined(separator: ", ")
      throw Failure(
        known.isEmpty
          ? "You haven't added anyone there. Leave --to out, or add \(to) in the app."
          : "\"\(to)\" isn't one of the people there: \(known).", code: ExitStatus.noInput)
    }
    return person
  }
}
