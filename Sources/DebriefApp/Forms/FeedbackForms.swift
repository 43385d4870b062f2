import DebriefModel
import TUI

/// The forms of the feedback log: that one asked, and what was said.
extension FormPurpose {
  func askForm(_ context: FormContext) -> Form {
    Form(
      title: "You asked for feedback",
      fields: [
        FormField(
          id: "from", label: "Whom", kind: .line, required: true,
          value: context.dossier?.people.first?.name ?? ""),
        FormField(
          id: "channel", label: "How",
          kind: .choice(
            choices(Channel.self, \.label).filter { $0.id != Channel.adviser.rawValue }),
          value: Channel.email.rawValue),
        FormField(
          id: "asked", label: "On", kind: .line,
          hint: "empty for today; or yesterday, fri, 3 mar"),
        FormField(
          id: "due", label: "Look again on", kind: .line,
          hint: "empty for two weeks later; or in 3 days, 3 apr"),
      ])
  }

  func saveAsk(
    _ id: ID, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    if values.line("from").isEmpty {
      throw FormFault(field: "from", message: "Write whom you asked.")
    }
    let asked = try values.day("asked") ?? context.now.day
    let due = try values.day("due", .future) ?? asked.adding(days: 14)
    let feedback = Feedback(id: ids.draw(), application: id, recorded: context.now) {
      $0.from = values.line("from")
      $0.person = person(values.line("from"), context)
      $0.channel = Channel(rawValue: values.line("channel")) ?? .email
      $0.asked = asked
      $0.due = due
    }
    return Recipe.reply(feedback, ids: &ids, now: context.now)
  }

  private func person(_ name: String, _ context: FormContext) -> ID? {
    PeopleLookup.one(named: name, among: context.dossier?.people ?? [])?.id
  }

  func replyForm(_ editing: ID?, _ context: FormContext) -> Form {
    let it = context.dossier?.feedback.first { $0.id == editing }
    let kept = it?.verbatim ?? ""
    var fields = [
      FormField(
        id: "from", label: "Who said it", kind: .line, required: true,
        value: it?.from ?? context.dossier?.people.first?.name ?? ""),
      FormField(
        id: "channel", label: "How", kind: .choice(choices(Channel.self, \.label)),
        value: (it?.channel ?? .email).rawValue),
      FormField(
        id: "received", label: "On", kind: .line,
        hint: "empty for today; or yesterday, fri, 3 mar",
        value: it?.received?.description ?? ""),
    ]
    if !kept.isEmpty {
      fields.append(FormField(id: "kept", label: "Kept word for word", kind: .note(kept)))
    }
    fields += [
      FormField(
        id: "verbatim", label: kept.isEmpty ? "Word for word" : "And further",
        kind: .lines(rows: 4),
        hint: "as they said it; once saved it stays, and more can be added"),
      FormField(
        id: "candour", label: "How open",
        kind: .choice(
          [Choice(id: "", title: "not judged yet")] + choices(Candour.self, \.label)),
        value: it?.candour?.rawValue ?? ""),
    ]
    for n in 0..<3 {
      let thing = it.flatMap { n < $0.three.count ? $0.three[n] : nil }
      fields.append(
        FormField(
          id: "thing\(n)", label: "Thing \(n + 1) in the way", kind: .line,
          hint: n == 0 ? "the three things that stood in the way, if they named any" : "",
          value: thing?.text ?? ""))
      fields.append(
        FormField(
          id: "reason\(n)", label: "… as a reason",
          kind: .choice(
            [Choice(id: "", title: "none")]
              + context.content.reasons.map { Choice(id: $0.code, title: $0.title) }),
          value: thing?.reason ?? ""))
      fields.append(
        FormField(
          id: "gap\(n)", label: "… says of you",
          kind: .choice(
            [Choice(id: "", title: "not thought over")] + choices(Feedback.Gap.self, \.label)),
          value: thing?.gap?.rawValue ?? ""))
      fields += exampleFields(n, thing, context)
    }
    fields += [
      FormField(
        id: "qualification", label: "On qualifications", kind: .line,
        value: it?.qualification ?? ""),
      FormField(
        id: "aspect", label: "More experience in", kind: .line, value: it?.aspect ?? ""),
      FormField(id: "fit", label: "On fit", kind: .line, value: it?.fit ?? ""),
      FormField(
        id: "comparison", label: "Compared with others", kind: .line, value: it?.comparison ?? ""),
    ]
    if it?.received == nil { fields.append(FormPurpose.toneField("It ended")) }
    // Who was asked is known: one came to write what they said.
    return Form(
      title: it == nil ? "What they said" : "The reply", fields: fields,
      start: it.map { $0.received == nil && !$0.from.isEmpty } == true ? "verbatim" : nil)
  }

  /// What to ask on the telephone, in this order; the answers are only taken down (A65, A78).
  static let callWords = """
    Thank them for the time first. Then, one at a time:
    1 How did my qualifications look beside what you needed?
    2 In which one thing would more experience have helped?
    3 How did you see me in the team?
    4 What did the person you chose bring that I did not?
    5 Which three things stood in the way?
    Let them talk and write it down. Answer nothing but thank you.
    """

  /// The reply as one fills it in while listening: their words first.
  func callForm(_ editing: ID?, _ context: FormContext) -> Form {
    let fields = replyForm(editing, context).fields
    var order = ["kept", "verbatim"]
    order += (0..<3).map { "thing\($0)" }
    order += [
      "qualification", "aspect", "fit", "comparison", "from", "channel", "received", "tone",
    ]
    order += ["candour"]
    order += (0..<3).flatMap { ["reason\($0)", "gap\($0)", "example\($0)", "proof\($0)"] }
    var call = [FormField(id: "ask", label: "", kind: .note(FormPurpose.callWords))]
    for id in order {
      guard var field = fields.first(where: { $0.id == id }) else { continue }
      if id == "verbatim" { field.kind = .lines(rows: 6) }
      if id == "channel" { field.value = Channel.phone.rawValue }
      if field.label.hasPrefix("… "), let n = id.last?.wholeNumberValue {
        field.label = "\(n + 1) \(field.label.dropFirst(2))"
      }
      call.append(field)
    }
    return Form(title: "On the phone", fields: call)
  }

  func saveReply(
    _ id: ID, _ editing: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = context.dossier?.feedback.first { $0.id == editing }
    let received = try values.day("received") ?? context.now.day
    var it = old ?? Feedback(id: ids.draw(), application: id, recorded: context.now)
    it.from = values.line("from")
    it.person = person(it.from, context)
    it.channel = Channel(rawValue: values.line("channel")) ?? .email
    it.received = received
    let more = values.line("verbatim")
    if !more.isEmpty { it.verbatim += it.verbatim.isEmpty ? more : "\n" + more }
    it.candour = Candour(rawValue: values.line("candour"))
    it.three = (0..<3).compactMap { n in
      let text = values.line("thing\(n)")
      if text.isEmpty { return nil }
      var thing = Feedback.Thing(text, reason: values.line("reason\(n)"))
      thing.gap = Feedback.Gap(rawValue: values.line("gap\(n)"))
      keepExample(&thing, n, values)
      return thing
    }
    it.qualification = values.line("qualification")
    it.aspect = values.line("aspect")
    it.fit = values.line("fit")
    it.comparison = values.line("comparison")
    if it.verbatim.isEmpty, it.three.isEmpty, it.qualification.isEmpty, it.aspect.isEmpty,
      it.fit.isEmpty, it.comparison.isEmpty, it.candour == nil
    {
      throw FormFault(
        field: "verbatim", message: "Write what they said, or how open they were when they did not."
      )
    }
    let tone = Tone(rawValue: values.line("tone"))
    let letters = context.dossier?.letters ?? []
    guard let old else {
      return Recipe.reply(
        it, tone: tone, log: context.dossier?.feedback ?? [], letters: letters,
        debrief: context.dossier?.debrief, ids: &ids, now: context.now)
    }
    var change = Change("edit feedback", store(.feedback(old), .feedback(it)))
    // A request that went out as a letter is answered by the same words.
    change.operations += Recipe.answers(it, letters)
    if let before = old.received, before != received,
      let dossier = context.dossier, let event = Recipe.arrival(old, dossier)
    {
      let moved = event.corrected(on: received, due: event.due, now: context.now)
      change.operations.append(.update(from: .event(event), to: .event(moved)))
    }
    if old.received == nil, let event = Recipe.received(it, tone, &ids, context.now) {
      change.operations.append(event)
      change.operations += Recipe.reopening(context.dossier?.debrief, by: it)
    }
    return change
  }
}
