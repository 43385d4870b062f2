import DebriefModel
import TUI

/// The forms around an application: itself, how it ended, a round of talks.
extension FormPurpose {
  func applicationForm(_ id: ID?, _ context: FormContext) -> Form {
    let it = id == nil ? nil : context.dossier?.application
    var fields = [
      FormField(
        id: "company", label: "Company", kind: .line, required: true, value: it?.company ?? ""),
      FormField(id: "role", label: "Role", kind: .line, value: it?.role ?? ""),
    ]
    let applied = context.dossier?.events.first { $0.kind == .applied }?.on
    let day = FormField(
      id: "applied", label: "Applied on", kind: .line,
      hint: "today, 3 mar, 2 weeks ago; empty when unknown",
      value: it == nil ? "" : applied?.description ?? "")
    if id == nil {
      fields += [
        day,
        FormField(
          id: "interview", label: "Interview on", kind: .line,
          hint: "with the time when known: yesterday 14:30; empty when there was none"),
      ]
    }
    fields += [
      FormField(
        id: "channelAsked", label: "Channel they asked for", kind: .line,
        value: it?.channelAsked ?? ""),
      FormField(
        id: "channelUsed", label: "Channel used", kind: .line, value: it?.channelUsed ?? ""),
      FormField(
        id: "payAsked", label: "Pay you named", kind: .line, value: it?.payAsked ?? ""),
      FormField(
        id: "payOffered", label: "Pay they named", kind: .line, value: it?.payOffered ?? ""),
      FormField(
        id: "payUsual", label: "Usual pay", kind: .line,
        hint: "what the post usually pays, in your words", value: it?.payUsual ?? ""),
      FormField(
        id: "industry", label: "Line of business", kind: .line, value: it?.industry ?? ""),
      FormField(
        id: "resume", label: "Résumé version", kind: .line, value: it?.resume ?? ""),
      FormField(id: "link", label: "Advertised at", kind: .line, value: it?.link ?? ""),
      FormField(
        id: "finalists", label: "People in the last round", kind: .line,
        hint: "a number, when you know it", value: it?.finalists.map(String.init) ?? ""),
      FormField(id: "notes", label: "Notes", kind: .lines(rows: 3), value: it?.notes ?? ""),
    ]
    if id != nil {
      fields.append(
        FormField(
          id: "region", label: "Whose law binds them",
          kind: .choice(
            [Choice(id: "", title: "not looked at")] + choices(Region.self, \.label)),
          hint: "in the EU and the UK you may ask for a copy of your own data",
          value: it?.region?.rawValue ?? ""))
      fields.append(day)
    }
    return Form(title: id == nil ? "Add an application" : "Edit the application", fields: fields)
  }

  func saveApplication(
    _ id: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    if values.line("company").isEmpty {
      throw FormFault(field: "company", message: "Write the company's name.")
    }
    for (field, what) in [("company", "a company"), ("role", "a job")] {
      if let fault = Application.nameFault(values.line(field), of: what) {
        throw FormFault(field: field, message: fault)
      }
    }
    let applied = try values.day("applied")
    let finalists = try values.number("finalists", 1...9999)
    func fill(_ it: inout Application) {
      it.company = values.line("company")
      it.role = values.line("role")
      it.channelAsked = values.line("channelAsked")
      it.channelUsed = values.line("channelUsed")
      it.payAsked = values.line("payAsked")
      it.payOffered = values.line("payOffered")
      it.payUsual = values.line("payUsual").isEmpty ? nil : values.line("payUsual")
      it.industry = values.line("industry").isEmpty ? nil : values.line("industry")
      it.resume = values.line("resume")
      it.link = values.line("link")
      it.finalists = finalists
      it.notes = values.line("notes")
    }
    if id != nil, let old = context.dossier?.application {
      var new = old
      fill(&new)
      new.region = Region(rawValue: values.line("region"))
      var change = Change("edit the application", store(.application(old), .application(new)))
      // An empty field takes nothing out of the ledger; undo does that.
      if let applied, let dossier = context.dossier {
        change.operations += Recipe.applied(applied, in: dossier, ids: &ids, now: context.now)
      }
      return change
    }
    let interview = try values.talk("interview")
    return Recipe.add(
      company: values.line("company"), role: values.line("role"), applied: applied,
      interview: interview, ids: &ids, now: context.now, fill
    ).change
  }

  func outcomeForm(_ context: FormContext) -> Form {
    Form(
      title: "How did it end?",
      fields: [
        FormField(
          id: "ending", label: "Outcome", kind: .choice(choices(Recipe.Ending.self, \.label)),
          required: true, value: FormPurpose.likelyEnding(context).rawValue),
        FormField(
          id: "on", label: "On", kind: .line,
          hint: "empty for today; or yesterday, fri, 3 mar"),
        FormField(
          id: "words", label: "Their exact words", kind: .lines(rows: 3),
          hint: "copy or type what they wrote; it is kept word for word"),
        FormPurpose.toneField("How you parted"),
      ])
  }

  /// How it stands already, else what this form is opened for most.
  private static func likelyEnding(_ context: FormContext) -> Recipe.Ending {
    guard let dossier = context.dossier else { return .rejected }
    let status = dossier.status(now: context.now)
    return switch status.outcome {
    case .silent(_, confirmed: true): .silent
    case .withdrew, .declined: .withdrew
    case .offer, .accepted: .accepted
    case .waiting, .rejected, .silent: .rejected
    }
  }

  func saveOutcome(
    _ id: ID, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let ending = Recipe.Ending(rawValue: values.line("ending")) else {
      throw FormFault(field: "ending", message: "Choose how it ended.")
    }
    let day = try values.day("on") ?? context.now.day
    if let dossier = context.dossier, dossier.application.id == id,
      let precedent = Precedent(
        ending, on: day, words: values.line("words"), tone: Tone(rawValue: values.line("tone")),
        in: dossier)
    {
      if case .onFile(let it) = precedent {
        throw FormFault(
          field: "ending",
          message: precedent.sentence
            + (it.on == day ? "" : " {review.dates} in its review corrects the day."))
      }
      let question = precedent.sentence + " Save again to put this \(precedent.placing)."
      if !context.agreed.contains(question) {
        throw FormFault(field: "ending", message: question)
      }
    }
    return Recipe.outcome(
      ending, application: id, on: day, words: values.line("words"),
      tone: Tone(rawValue: values.line("tone")), ids: &ids, now: context.now)
  }

  /// The note a contact ended on (A95).
  static func toneField(_ label: String, value: Tone? = nil) -> FormField {
    FormField(
      id: "tone", label: label,
      kind: .choice([Choice(id: "", title: "not noted")] + choices(Tone.self, \.label)),
      hint: "a cold ending can still be mended with a friendly line", value: value?.rawValue ?? "")
  }

  func interviewForm(_ editing: ID?, _ context: FormContext) -> Form {
    let it = context.dossier?.interviews.first { $0.id == editing }
    let round = it?.round ?? (context.dossier?.interviews.map(\.round).max() ?? 0) + 1
    let names = it?.people.compactMap { context.dossier?.person($0)?.name } ?? []
    return Form(
      title: it == nil ? "Add a round of talks" : "Edit round \(round)",
      fields: [
        FormField(id: "round", label: "Round", kind: .line, required: true, value: "\(round)"),
        FormField(
          id: "kind", label: "Kind", kind: .choice(choices(Interview.Kind.self, \.label)),
          value: (it?.kind ?? .other).rawValue),
        FormField(
          id: "start", label: "When", kind: .line, hint: "yesterday 14:30, 30 mar 10:00",
          value: it?.startText ?? ""),
        FormField(
          id: "minutes", label: "Minutes", kind: .line, value: it?.minutes.map(String.init) ?? ""),
        FormField(
          id: "format", label: "How you met",
          kind: .choice(
            [Choice(id: "", title: "not noted")] + choices(Interview.Format.self, \.label)),
          value: it?.format?.rawValue ?? ""),
        FormField(
          id: "people", label: "With whom", kind: .line, hint: "names, separated by commas",
          value: names.joined(separator: ", ")),
        FormField(
          id: "dressExpected", label: "Dress expected", kind: .line,
          value: it?.dressExpected ?? ""),
        FormField(id: "dressWorn", label: "Dress worn", kind: .line, value: it?.dressWorn ?? ""),
        FormField(id: "notes", label: "Notes", kind: .lines(rows: 3), value: it?.notes ?? ""),
      ])
  }

  func saveInterview(
    _ id: ID, _ editing: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = context.dossier?.interviews.first { $0.id == editing }
    var operations: [Change.Operation] = []
    var people: [ID] = []
    for part in values.line("people").split(separator: ",") {
      let name = FormValues(values: ["n": String(part)], now: context.now).line("n")
      if name.isEmpty { continue }
      if let known = PeopleLookup.exact(name, among: context.dossier?.people ?? []) {
        people.append(known.id)
      } else {
        let person = Person(id: ids.draw()) {
          $0.name = name
          $0.company = context.dossier?.application.company ?? ""
        }
        operations.append(.insert(.person(person)))
        people.append(person.id)
      }
    }
    var it = old ?? Interview(id: ids.draw(), application: id, recorded: context.now)
    guard let round = try values.number("round", 1...99) else {
      throw FormFault(field: "round", message: "Write the number of the round, 1 for the first.")
    }
    it.round = round
    it.kind = Interview.Kind(rawValue: values.line("kind")) ?? .other
    let start = try values.talk("start")
    it.start = start?.start
    it.dayOnly = start?.dayOnly == true ? true : nil
    it.minutes = try values.number("minutes", 1...1440)
    it.format = Interview.Format(rawValue: values.line("format"))
    it.people = people
    it.dressExpected = values.line("dressExpected")
    it.dressWorn = values.line("dressWorn")
    it.notes = values.line("notes")
    operations += store(old.map(Entity.interview), .interview(it))
    let known = context.dossier?.preparations ?? []
    let facts = context.dossier?.events ?? []
    if let test = Recipe.videoTest(for: it, known, facts, ids: &ids, now: context.now) {
      operations.append(.insert(.preparation(test)))
    }
    if old?.start != it.start, let back = reopening(it, operations, context, &ids) {
      operations.append(back)
    }
    return Change(old == nil ? "add a round of talks" : "edit a round of talks", operations)
  }

  /// Who books a round after a no has been asked back: the application is open again, or the round would
  /// be on no agenda (A92). Nil where nothing had ended.
  private func reopening(
    _ round: Interview, _ operations: [Change.Operation], _ context: FormContext,
    _ ids: inout IDSource
  ) -> Change.Operation? {
    guard let start = round.start, start > context.now,
      let next = context.dossier?.after(Change("", operations)),
      next.standing(round, now: context.now) == .off
    else { return nil }
    return .insert(
      .event(
        Event(
          id: ids.draw(), application: round.application, kind: .reopened, on: context.now.day,
          recorded: context.now)))
  }
}
