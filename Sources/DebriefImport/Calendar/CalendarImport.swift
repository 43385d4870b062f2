import DebriefCalendar
import DebriefModel

/// Makes of an invitation the interview it is for; of a later version of it, the same interview at its new time;
/// of one that is called off, none.
///
/// Which version is on file stands in a ``Mark`` of the application under a name of its own, that follows from
/// the UID: so it is exported, undone and deleted with everything else.
public struct CalendarImport {
  /// A calendar may have so many bytes.
  public static let limit = 16 << 20
  /// So many events are looked at.
  static let mostEvents = 20_000

  private let file: OnFile
  private let company: MailCompany
  private let words: ImportWords
  private let profile: Profile
  let now: Moment
  private let dossier: (ID) throws -> Dossier?
  private let load: (Entity.Kind, ID) throws -> Entity?
  private let target: Dossier?

  /// - Parameters:
  ///   - target: The application all events belong to, where the person says so.
  ///   - load: A thing on file.
  ///   - dossier: Everything of an application on file.
  public init(
    _ file: OnFile, words: ImportWords, profile: Profile?, now: Moment, target: Dossier? = nil,
    load: @escaping (Entity.Kind, ID) throws -> Entity?, dossier: @escaping (ID) throws -> Dossier?
  ) {
    self.file = file
    self.words = words
    self.profile = profile ?? Profile()
    self.now = now
    self.target = target
    self.load = load
    self.dossier = dossier
    company = MailCompany(file, words: words)
  }

  /// What a calendar would add, with what there is to say about it.
  ///
  /// - Throws: ``ImportFault`` for what is no calendar, or where it cannot be told which application its one
  ///   event belongs to.
  public func proposal(_ bytes: [UInt8], name: String) throws -> Proposal {
    var proposal = Proposal(title: "calendar imported")
    let calendar = try read(bytes, name)
    guard !calendar.events.isEmpty else {
      throw ImportFault(.data, "\(name) has no events, so there's nothing to import.")
    }
    if ["REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"].contains(calendar.method) {
      proposal.remarks.append(
        "\(name) is a reply to an invitation, so there's nothing to add")
      return proposal
    }
    let events = CalendarSeries.single(latest(calendar.events), now: now)
    var left = 0
    var changed: [ID: Dossier] = [:]
    var file = file
    // Someone whom the email around it brought is in no store yet.
    for person in target?.people ?? [] where !file.people.contains(where: { $0.id == person.id }) {
      file.add(person)
    }
    for event in events {
      guard !event.uid.hasSuffix("@debrief.invalid") else {
        left += 1
        continue
      }
      do {
        let found = try whose(event, changed)
        guard let found else {
          guard events.count == 1 else {
            left += 1
            continue
          }
          throw ImportFault(
            .whose,
            "It isn't clear which application \"\(event.summary)\" belongs to. Say which one with --to COMPANY."
          )
        }
        let (entry, remark) = try entry(event, calendar.method, found.dossier, found.made, &file)
        if let remark { proposal.remarks.append(remark) }
        guard let entry else { continue }
        proposal.entries.append(entry)
        changed[found.dossier.application.id] = after(entry, found.dossier)
      } catch let fault as ImportFault where events.count > 1 {
        proposal.remarks.append("left out: \(fault.description)")
      }
    }
    if left > 0 {
      proposal.remarks.append(
        "\(left == 1 ? "1 event doesn't" : "\(left) events don't") name a company you've saved here, so "
          + "\(left == 1 ? "it's" : "they're") left out; --to COMPANY takes \(left == 1 ? "it" : "them") all"
      )
    }
    return proposal
  }

  private func after(_ entry: Proposal.Entry, _ dossier: Dossier) -> Dossier {
    var next = dossier.after(Change("", entry.operations))
    for case .insert(.mark(let mark)) in entry.operations { next.marks.append(mark) }
    return next
  }

  /// The events in their order, each in its latest version.
  private func latest(_ events: [ForeignEvent]) -> [ForeignEvent] {
    var result: [ForeignEvent] = []
    var places: [String: Int] = [:]
    for event in events.prefix(CalendarImport.mostEvents) {
      if !event.uid.isEmpty, let place = places[event.uid] {
        if (result[place].sequence, result[place].stamp) < (event.sequence, event.stamp) {
          result[place] = event
        }
      } else {
        places[event.uid] = result.count
        result.append(event)
      }
    }
    return result
  }

  // MARK: - Whose it is

  /// By what an event is known the second time.
  private func markID(_ event: ForeignEvent) -> ID {
    event.uid.isEmpty
      ? StableID.of("calendar", event.summary, event.start?.description ?? "")
      : StableID.of("calendar", event.uid)
  }

  /// By what the event is known that this one is a date of.
  private func seriesID(_ event: ForeignEvent) -> ID {
    event.series.isEmpty ? markID(event) : StableID.of("calendar", event.series)
  }

  private func whose(
    _ event: ForeignEvent, _ changed: [ID: Dossier]
  ) throws -> (dossier: Dossier, made: Application?)? {
    func open(_ id: ID) throws -> Dossier? { try changed[id] ?? dossier(id) }
    for id in [markID(event), seriesID(event)] {
      if case .mark(let mark)? = try load(.mark, id), let known = try open(mark.application) {
        return (known, nil)
      }
    }
    if let target { return (changed[target.application.id] ?? target, nil) }
    // The one who asks comes first, then who else is to be there.
    let guests = event.guests.filter { !isUser($0) }.sorted { $0.isOrganizer && !$1.isOrganizer }
    let text = [event.location, event.url, event.description].joined(separator: "\n")
    let told = JobTold(event.summary, words)
    for sender in guests.map({ Mail.Sender(name: $0.name, address: $0.address) }) + [Mail.Sender()]
    {
      var mail = Mail()
      mail.from = sender
      mail.subject = event.summary
      guard let name = company.known(mail, own: text, signature: "", file: file) else { continue }
      let jobs = file.jobs(at: name)
      let job = try MailImport.meant(
        jobs, "\(event.summary) \(text)", told.at(name).sure, words,
        "The event \"\(event.summary)\"", name)
      guard let job else {
        guard isInterview(event) else { continue }
        return try made(name, told.at(name).role, open)
      }
      if let found = try open(job.id) { return (found, nil) }
    }
    // A new one only where the company is beyond doubt: the one who asks has an address of its own there.
    guard isInterview(event), let host = guests.first(where: { company.label($0.address) != nil })
    else { return nil }
    var mail = Mail()
    mail.from = Mail.Sender(name: host.name, address: host.address)
    mail.subject = event.summary
    guard let name = company.told(mail, file) else { return nil }
    return try made(name, told.at(name).role, open)
  }

  /// An application that isn't on file yet, or came earlier in the same file.
  private func made(
    _ name: String, _ role: String, _ open: (ID) throws -> Dossier?
  ) throws -> (dossier: Dossier, made: Application?) {
    let id = StableID.of("application", OnFile.key(name, role), "mail")
    if let known = try open(id) { return (known, nil) }
    let application = Application(id: id, created: now) { ($0.company, $0.role) = (name, role) }
    return (Dossier(application), application)
  }

  private func isInterview(_ event: ForeignEvent) -> Bool {
    let plain = NameFolding.words(event.summary)
    return plain.contains {
      [
        "interview", "interviews", "screen", "screening", "call", "chat", "meeting", "onsite",
        "gesprach", "vorstellungsgesprach",
        "kennenlernen", "entretien", "conversation", "intro", "round", "panel",
      ].contains($0)
    }
  }

  /// Whether somebody is the user: of their own address, or of one that anybody may have.
  private func isUser(_ guest: ForeignEvent.Guest) -> Bool {
    if !profile.email.isEmpty, guest.address == profile.email.lowercased() { return true }
    if !profile.name.isEmpty, NameFolding.isSame(guest.name, profile.name) { return true }
    return profile.email.isEmpty && !guest.address.isEmpty && !guest.isOrganizer
      && company.label(guest.address) == nil
  }

  // MARK: - What it adds

  private func entry(
    _ event: ForeignEvent, _ method: String, _ dossier: Dossier, _ made: Application?,
    _ file: inout OnFile
  ) throws -> (Proposal.Entry?, String?) {
    let application = dossier.application
    let name = JobName.joined(application.company, application.role)
    let mark = dossier.marks.first { $0.id == markID(event) }
    let before = mark.flatMap { CalendarVersion($0.entry) }
    // A date of an event that repeats may be the one that is on file.
    let series = dossier.marks.first { $0.id == seriesID(event) }.flatMap {
      CalendarVersion($0.entry)
    }
    let isItsDate = event.replaces.map { series?.occurrence == $0.seconds } ?? false
    let version = (event.sequence, event.stamp)
    if let before, version < (before.sequence, before.stamp) {
      return (
        nil, "\(name): this is an older version of \"\(event.summary)\", so it's left as it is"
      )
    }
    let isOff = event.isCancelled || method == "CANCEL"
    let onFile = before ?? (isItsDate ? series : nil)
    let old = onFile.flatMap { known in dossier.interviews.first { $0.id == known.interview } }
    if isOff { return try off(event, name, dossier, old, mark, before) }
    guard let start = event.start else {
      return (nil, "\(name): \"\(event.summary)\" has no time, so it's left out")
    }
    let isNextDate = event.repeats && CalendarSeries.isOver(old, before, event, now: now)
    if let before, version == (before.sequence, before.stamp), !isNextDate { return (nil, nil) }
    var operations: [Change.Operation] = made.map { [.insert(.application($0))] } ?? []
    var details =
      made.map { [MailImport.added($0)] } ?? []
    let people = people(event, application, &file, &operations, &details)
    // One that was entered by hand for that day is the same one.
    let twin =
      (isNextDate ? nil : old)
      ?? dossier.interviews.first {
        $0.start?.day == start.day && ($0.dayOnly == true || $0.start?.seconds == start.seconds)
      }
    let id =
      twin?.id ?? (isNextDate ? nil : before?.interview)
      ?? StableID.of(
        ["calendar interview", markID(event).text] + (isNextDate ? [start.description] : []))
    var interview = twin ?? Interview(id: id, application: application.id, recorded: now)
    if twin == nil {
      interview.round = (dossier.interviews.map(\.round).max() ?? 0) + 1
      interview.kind = CalendarImport.kind(event.summary)
      interview.notes = notes(event)
    }
    interview.start = start
    interview.dayOnly = event.isAllDay ? true : nil
    interview.minutes = event.minutes ?? interview.minutes
    interview.format = interview.format ?? CalendarImport.format(event)
    for person in people where !interview.people.contains(person) {
      interview.people.append(person)
    }
    let where_ = CalendarImport.place(event)
    if twin != nil, !where_.isEmpty, !interview.notes.contains(where_) {
      interview.notes += (interview.notes.isEmpty ? "" : "\n") + where_
    }
    if let twin {
      if twin != interview {
        operations.append(.update(from: .interview(twin), to: .interview(interview)))
      }
    } else {
      operations.append(.insert(.interview(interview)))
    }
    // A video call is tested the day before, as one that is entered by hand (A15).
    var ids = IDSource(seed: 0)
    if var test = Recipe.videoTest(
      for: interview, dossier.preparations, dossier.events, ids: &ids, now: now)
    {
      test.id = StableID.of("video test", interview.id.text)
      if !file.holds(.preparation, test.id) { operations.append(.insert(.preparation(test))) }
    } else if let moved = Recipe.movedTest(from: twin, to: interview, dossier.preparations) {
      operations.append(moved)
    }
    operations.append(noted(event, interview.id, application.id, mark, isOff: false))
    let when = CalendarImport.text(start, event)
    var sentence = "\(name): interview, \(when)"
    if let twin, let was = twin.start, was != start {
      sentence =
        "\(name): the interview moves from \(CalendarImport.text(was, nil, twin)) to \(when)"
    }
    if !event.summary.isEmpty { details.insert("Called \"\(event.summary.prefix(120))\".", at: 0) }
    if !where_.isEmpty { details.append(where_ + ".") }
    if let minutes = event.minutes { details.append("It takes \(minutes) minutes.") }
    let names = people.compactMap { id in file.people.first { $0.id == id }?.name }
    if !names.isEmpty {
      let list = names.joined(separator: ", ")
      details.append("With \(list)\(list.hasSuffix(".") ? "" : ".")")
    }
    details += CalendarSeries.details(event, now: now)
    if let doubt = event.zoneDoubt, !event.isAllDay { details.append(doubt.sentence) }
    return (Proposal.Entry(sentence, details: details, operations), nil)
  }

  /// Takes an interview out that is called off. One that has notes of what was said there stays.
  private func off(
    _ event: ForeignEvent, _ name: String, _ dossier: Dossier, _ old: Interview?, _ mark: Mark?,
    _ before: CalendarVersion?
  ) throws -> (Proposal.Entry?, String?) {
    if before?.isOff == true { return (nil, nil) }
    guard let old else {
      return (nil, "\(name): \"\(event.summary)\" is canceled, and it isn't saved here")
    }
    // Of one that repeats the dates ahead are called off, and one that was is no longer a date ahead.
    if event.repeats, let start = old.start, start < now {
      return (nil, "\(name): \"\(event.summary)\" is canceled from now on; past dates stay")
    }
    guard !dossier.isUsed(old) else {
      return (
        nil, "\(name): \"\(event.summary)\" is canceled, but you have notes from it, so it stays"
      )
    }
    let entry = Proposal.Entry(
      "\(name): the interview on \(CalendarImport.text(old.start ?? now, nil, old)) is canceled and taken out",
      details: event.replaces == nil
        ? [] : ["It's one date of an event that repeats. Its next date isn't added on its own."],
      [.delete(.interview(old)), noted(event, old.id, dossier.application.id, mark, isOff: true)])
    return (entry, nil)
  }

  /// Which version is on file now.
  private func noted(
    _ event: ForeignEvent, _ interview: ID, _ application: ID, _ mark: Mark?, isOff: Bool
  ) -> Change.Operation {
    let version = CalendarVersion(
      interview: interview, sequence: event.sequence, stamp: event.stamp, isOff: isOff,
      occurrence: event.repeats ? (event.replaces ?? event.start)?.seconds : nil)
    var next =
      mark
      ?? Mark(
        id: markID(event), application: application, entry: "", action: .done, recorded: now)
    next.entry = version.text
    return mark.map { .update(from: .mark($0), to: .mark(next)) } ?? .insert(.mark(next))
  }

  /// The address of the one guest from elsewhere than whoever invites: while the user's own address isn't
  /// on file, that is where the invitation went. Nil where it is on file, or nobody or several are.
  private func onlyOutsider(_ event: ForeignEvent) -> String? {
    guard profile.email.isEmpty, let host = event.guests.first(where: \.isOrganizer) else {
      return nil
    }
    func domain(_ address: String) -> Substring? {
      address.split(separator: "@").count == 2 ? address.split(separator: "@").last : nil
    }
    guard let home = domain(host.address) else { return nil }
    let others = event.guests.filter {
      !$0.isOrganizer && domain($0.address) != nil && domain($0.address) != home
    }
    return others.count == 1 ? others[0].address : nil
  }

  private func people(
    _ event: ForeignEvent, _ application: Application, _ file: inout OnFile,
    _ operations: inout [Change.Operation], _ details: inout [String]
  ) -> [ID] {
    var ids: [ID] = []
    let own = onlyOutsider(event)
    for guest in event.guests.prefix(30)
    where !isUser(guest) && guest.address != own && !CalendarImport.isRoom(guest) {
      let sender = Mail.Sender(name: guest.name, address: guest.address)
      let name = MailCompany.person(CalendarImport.name(guest))
      if let known = file.person(email: guest.address, at: application.company)
        ?? file.person(name, at: application.company)
      {
        ids.append(known.id)
        continue
      }
      guard !name.isEmpty, !company.isDesk(sender) else { continue }
      let person = Person(id: StableID.of("person", OnFile.key(name, application.company))) {
        $0.name = name
        $0.company = application.company
        $0.email = guest.address
      }
      if !file.holds(.person, person.id) { operations.append(.insert(.person(person))) }
      file.add(person)
      ids.append(person.id)
      details.append("\(name) is added to your contacts.")
    }
    return ids
  }
}
