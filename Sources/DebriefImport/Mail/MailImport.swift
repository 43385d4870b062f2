import DebriefModel

/// Makes of mails what they would add to the store: the sender's words, what kind of answer they are, and the
/// days they name.
public struct MailImport {
  /// A mail as a list shows it.
  public struct Seen {
    /// The mail that counts: the one itself, or one that was passed on in it.
    public var mail: Mail
    /// What is new in it.
    public var words: String
    /// What it seems to be.
    public var kind: MailKind
    /// Whether the user wrote it.
    public var isMine = false
    var signature = ""
    /// What it says of the time of an interview, where it says something.
    var move: MailMoves.Move?
    /// How many more mails are attached to it.
    var others = 0
    /// Whether one is passed on below its own words.
    var hasForward = false
  }

  var file: OnFile
  private let company: MailCompany
  private let words: ImportWords
  let refusals: RefusalReader
  private let profile: Profile
  let now: Moment
  private let dossier: (ID) throws -> Dossier?
  private let target: Dossier?
  /// Applications that earlier mails added to.
  private var changed: [ID: Dossier] = [:]
  private let kinds: MailKinds

  /// - Parameters:
  ///   - target: The application all of them belong to, where the person says so.
  ///   - dossier: Everything of an application on file.
  public init(
    _ file: OnFile, words: ImportWords, refusals: RefusalReader, profile: Profile?, now: Moment,
    target: Dossier? = nil, dossier: @escaping (ID) throws -> Dossier?
  ) {
    self.file = file
    self.words = words
    self.refusals = refusals
    self.profile = profile ?? Profile()
    self.now = now
    self.dossier = dossier
    self.target = target
    company = MailCompany(file, words: words)
    kinds = MailKinds(words, refusals: refusals)
  }

  // MARK: - Looking

  /// What a mail seems to be.
  public func look(_ mail: Mail) -> Seen { look(mail, depth: 0) }

  private func look(_ mail: Mail, depth: Int) -> Seen {
    let text = MailText(mail.text, now: now)
    let own = mail.from.address
    let isMine =
      !own.isEmpty
      && (own == profile.email.lowercased() || mail.to.lowercased().contains(own))
    // Some programs pass a mail on in the form in which they answer one.
    let passedOn =
      isMine && (text.own.isEmpty || QuotedMail.isForward(mail.subject)) ? text.original : nil
    if var inner = mail.inner.first ?? text.forwarded ?? passedOn, isMine || text.own.isEmpty,
      depth < 4
    {
      if inner.date == nil { inner.date = mail.date }
      if inner.subject.isEmpty { inner.subject = mail.subject }
      if inner.id.isEmpty, !mail.id.isEmpty { inner.id = mail.id + "/inner" }
      inner.attachments += mail.attachments
      inner.calendars += mail.calendars
      var seen = look(inner, depth: depth + 1)
      seen.others += max(0, mail.inner.count - 1)
      return seen
    }
    var seen = Seen(mail: mail, words: text.own, kind: .other, isMine: isMine)
    (seen.signature, seen.others) = (text.signature, mail.inner.count)
    seen.hasForward = text.forwarded != nil
    guard mail.calendars.isEmpty else {
      seen.kind = .invitation
      return seen
    }
    (seen.kind, seen.move) = kinds.reading(
      subject: mail.subject, own: text.own, at: mail.date?.seen(in: now.zone) ?? now)
    return seen
  }

  // MARK: - Proposing

  /// What a mail would add, one entry or none.
  ///
  /// - Parameter calendar: Makes entries of a calendar file in it, for an application.
  /// - Throws: ``ImportFault`` where it cannot be told which application it belongs to.
  public mutating func entry(
    _ mail: Mail, calendar: ([UInt8], Dossier) throws -> [Proposal.Entry] = { _, _ in [] }
  ) throws -> [Proposal.Entry] {
    var seen = look(mail)
    guard !seen.isMine else {
      throw ImportFault(
        .data,
        "The email \"\(Self.short(mail.subject))\" is from you, so there's nothing of theirs to add."
      )
    }
    let isServer = ["mailer-daemon@", "postmaster@"].contains(
      where: seen.mail.from.address.hasPrefix)
    if let seal = isServer ? .bounce : seen.mail.seal {
      throw ImportFault(.data, seal.sentence("The email \"\(Self.short(mail.subject))\""))
    }
    let stem = stem(seen.mail, seen.words)
    var ids = IDSource(seed: StableID.seed("mail", stem))
    var operations: [Change.Operation] = []
    let dossier = try application(seen, stem, &operations)
    let day = min(seen.mail.date?.day ?? now.day, now.day)
    seen.kind = settled(seen.kind, dossier, day)
    let person = person(seen, dossier.application, &operations)
    if let move = seen.move,
      let entries = moving(seen, move, dossier, person, day, operations, &ids)
    {
      // What is only asked hasn't changed anything for the next email.
      let done = entries.filter { !$0.replaces }.flatMap(\.operations)
      changed[dossier.application.id] = MailImport.after(done, dossier)
      return entries
    }
    // Where nothing is booked, what names a time is an invitation to it.
    if seen.kind == .moved { seen.kind = .invitation }
    if seen.kind == .canceled { seen.kind = .other }
    var added = false
    if !seen.words.isEmpty || seen.mail.calendars.isEmpty {
      let mine = try change(seen, dossier, person, day, &ids)
      operations += mine
      added = !mine.isEmpty
    }
    var entries: [Proposal.Entry] = []
    if added || operations.contains(where: { $0.entity.kind == .application }) {
      var entry = Proposal.Entry(sentence(seen, dossier.application, day), operations)
      entry.details = details(seen, operations, day)
      entries.append(entry)
    }
    var next = MailImport.after(operations, dossier)
    for bytes in seen.mail.calendars {
      for var entry in try calendar(bytes, next) {
        next = MailImport.after(entry.operations, next)
        if entries.isEmpty {
          entry.details += MailImport.left(seen)
          entry.operations = operations.filter { $0.entity.kind == .person } + entry.operations
        }
        entries.append(entry)
      }
    }
    changed[dossier.application.id] = next
    return entries
  }

  /// By what the mail is known the second time.
  private func stem(_ mail: Mail, _ words: String) -> String {
    mail.id.isEmpty
      ? StableID.of("mail", mail.from.address, mail.subject, mail.date?.description ?? "", words)
        .text
      : mail.id
  }

  // MARK: - Whose it is

  private mutating func application(
    _ seen: Seen, _ stem: String, _ operations: inout [Change.Operation]
  ) throws -> Dossier {
    if let target { return changed[target.application.id] ?? target }
    let mail = seen.mail
    let known = company.known(mail, own: seen.words, signature: seen.signature, file: file)
    guard let name = known ?? company.told(mail, file), name.contains(where: \.isLetter) else {
      throw ImportFault(
        .whose,
        "It isn't clear which application the email \"\(Self.short(mail.subject))\" belongs to. "
          + "Say which one with --to COMPANY.")
    }
    let told = JobTold(mail.subject, words).at(name)
    let jobs = file.jobs(at: name)
    if !jobs.isEmpty,
      let job = try MailImport.meant(
        jobs, mail.subject + " " + seen.words, told.sure, words,
        "The email \"\(Self.short(mail.subject))\"", name),
      let found = try changed[job.id] ?? dossier(job.id)
    {
      return found
    }
    let id = StableID.of("application", OnFile.key(name, told.role), "mail")
    if let found = try changed[id] ?? dossier(id) { return found }
    let application = Application(id: id, created: now) {
      ($0.company, $0.role) = (name, told.role)
    }
    operations.append(.insert(.application(application)))
    // The next email of theirs is for the same job, unless it says otherwise.
    file.put(
      OnFile.Job(
        id: id, key: OnFile.key(name, told.role), company: name, role: told.role, isNew: true))
    return Dossier(application)
  }

  /// The job at a company that a text is about: the one whose title it tells or names, the only one, or the only
  /// open one. Nil where it tells the title of another job.
  ///
  /// - Parameter role: The title that is told; empty where none is.
  static func meant(
    _ jobs: [OnFile.Job], _ text: String, _ role: String, _ words: ImportWords, _ what: String,
    _ name: String
  ) throws -> OnFile.Job? {
    let plain = " " + NameFolding.words(text).joined(separator: " ") + " "
    let named = jobs.filter {
      let role = NameFolding.words($0.role).joined(separator: " ")
      return !role.isEmpty && plain.contains(" \(role) ")
    }
    let title = JobTitle(role, words)
    let alike = Dictionary(grouping: title.isEmpty ? [] : jobs) {
      JobTitle($0.role, words).likeness(to: title)
    }
    if let same = alike[.same], same.count == 1 { return same[0] }
    if named.count == 1 { return named[0] }
    let near = alike[.same] ?? alike[.near] ?? []
    if near.count == 1 { return near[0] }
    if !title.isEmpty, near.isEmpty, named.isEmpty, alike[.doubtful] == nil { return nil }
    if title.isEmpty, jobs.count == 1 { return jobs[0] }
    let left = !near.isEmpty ? near : !named.isEmpty ? named : jobs
    let open = left.filter { job in !(MailImport.noes + [.silent]).contains { job.has($0) } }
    if open.count == 1, title.isEmpty || !near.isEmpty || !named.isEmpty { return open[0] }
    let list = jobs.prefix(5).map { "\(JobName.joined($0.company, $0.role)) (\($0.id.short))" }
    throw ImportFault(
      .whose,
      jobs.count == 1
        ? "\(what) is about the job “\(role)”. You have \(list.joined()) there, and it isn't clear whether "
          + "that's the same job. If it is, say so with --to. If not, add the new one first."
        : "\(what) is from \(name), where you have \(jobs.count) applications: "
          + "\(list.joined(separator: ", ")). Say which one with --to.")
  }

  private mutating func person(
    _ seen: Seen, _ application: Application, _ operations: inout [Change.Operation]
  ) -> ID? {
    let sender = seen.mail.from
    guard !company.isDesk(sender) else { return nil }
    if let known = file.person(email: sender.address, at: application.company) { return known.id }
    let name = MailCompany.person(sender.name)
    // A company that writes in its own name is nobody to write to.
    guard !name.isEmpty, !NameFolding.isSame(name, application.company) else { return nil }
    if let known = file.person(name, at: application.company) {
      if known.email.isEmpty, !sender.address.isEmpty {
        var next = known
        next.email = sender.address
        operations.append(.update(from: .person(known), to: .person(next)))
      }
      return known.id
    }
    let person = Person(id: StableID.of("person", OnFile.key(name, application.company))) {
      $0.name = name
      ($0.part, $0.email) = (MailImport.part(seen.signature), sender.address)
      $0.company = application.company
    }
    if !file.holds(.person, person.id) { operations.append(.insert(.person(person))) }
    file.add(person)
    return person.id
  }

  private static func part(_ signature: String) -> Person.Part {
    let plain = NameFolding.words(signature)
    if plain.contains(where: {
      ["recruiter", "recruiting", "talent", "sourcer", "recruitment"].contains($0)
    }) {
      return .recruiter
    }
    if plain.contains(where: { ["hr", "personal", "people"].contains($0) }) { return .hr }
    return plain.contains("manager") || plain.contains("lead") || plain.contains("head")
      ? .manager : .other
  }

  // MARK: - What it adds

  private func change(
    _ seen: Seen, _ dossier: Dossier, _ person: ID?, _ day: Day, _ ids: inout IDSource
  ) throws -> [Change.Operation] {
    let (application, words) = (dossier.application.id, seen.words)
    let isKnown =
      dossier.events.contains {
        $0.words == words && isNear($0, day) ?? true && !words.isEmpty
      }
      || dossier.feedback.contains { $0.verbatim.contains(words) && !words.isEmpty }
    var first = ids
    let id = first.draw()
    if isKnown || file.isThere(.event, id) || file.isThere(.feedback, id) || file.isThere(.note, id)
    {
      return []
    }
    var change: Change
    switch seen.kind {
    case .refusal, .offer:
      change = outcome(
        seen.kind == .offer ? .offer : .rejected, words, person, day, dossier, &ids)
    case .invitation, .acknowledgement:
      let kind: Event.Kind = seen.kind == .invitation ? .invited : .acknowledged
      let event = Event(
        id: ids.draw(), application: application, kind: kind, on: day, recorded: now
      ) {
        $0.words = words
        $0.person = person
      }
      change = Change("", [.insert(.event(event))])
    case .feedback:
      var feedback = Feedback(id: ids.draw(), application: application, recorded: now)
      feedback.from = MailCompany.person(seen.mail.from.name)
      feedback.person = person
      feedback.received = day
      feedback.verbatim = words
      change = Recipe.reply(
        feedback, log: dossier.feedback, letters: dossier.letters, debrief: dossier.debrief,
        ids: &ids, now: now)
    case .other, .moved, .canceled:
      let note = Note(id: ids.draw(), recorded: now) {
        $0.application = application
        $0.kept = true
        $0.text = [seen.mail.subject, words].filter { !$0.isEmpty }.joined(separator: "\n\n")
      }
      change = Change("", [.insert(.note(note))])
    }
    // A no after a silence has questions of its own.
    change = Recipe.rebranched(change, in: dossier, now: now)
    change = Recipe.understood(change, known: { _ in dossier.marks }, now: now) {
      refusals.read($0, on: $1)
    }
    if [.invitation, .acknowledgement, .other].contains(seen.kind) {
      change.operations += promise(seen, application, person, day, &ids)
    }
    return change.operations
  }

  /// By when they'll be in touch, where they say so.
  func promise(
    _ seen: Seen, _ application: ID, _ person: ID?, _ day: Day, _ ids: inout IDSource
  ) -> [Change.Operation] {
    guard
      let promise = refusals.read(seen.words, on: day)?.promises.first(where: {
        $0.what == .contact && $0.due != nil
      }),
      let due = promise.due
    else { return [] }
    return Recipe.promised(
      due, application: application, on: day, person: person, words: promise.quote.words,
      ids: &ids, now: now
    ).operations
  }
}
