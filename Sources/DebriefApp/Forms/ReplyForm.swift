import DebriefModel
import TUI

/// The form of what they said.
struct ReplyForm: FormKind {
  static let name = "reply"

  /// The application.
  let id: ID
  /// The reply, or the request it answers; nil for one that came unasked.
  let editing: ID?

  var application: ID? { id }
  var scope: [String] { [id.text, editing?.text ?? ""] }
  var label: String { "feedback" }
  var mainField: String { "verbatim" }
  var dayField: String { "received" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["received": .day(.past)]
  }

  /// How each example stands in a letter (A88).
  func sentences(_ values: [String: String]) -> [String: String] {
    var said: [String: String] = [:]
    for id in (0..<3).map({ "example\($0)" }) {
      let example = LetterText.phrase(values[id] ?? "")
      if !example.isEmpty { said[id] = "In a letter: \(LetterClause.example(example))." }
    }
    return said
  }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    let kept = it?.verbatim ?? ""
    var fields = [
      FormField(
        id: "from", label: "Who said it", kind: .line, required: true,
        value: it?.from ?? context.dossier?.people.first?.name ?? ""
      ).whole(),
      FormField(
        id: "channel", label: "How", kind: .choice(choices(Channel.self, \.label)),
        value: (it?.channel ?? .email).rawValue),
      FormField(
        id: "received", label: "When", kind: .line,
        hint: "leave empty for today, or type yesterday, fri, or 3 mar",
        value: it?.received?.typed ?? ""),
    ]
    if !kept.isEmpty {
      fields.append(FormField(id: "kept", label: "What you have already", kind: .note(kept)))
    }
    fields += [
      FormField(
        id: "verbatim", label: kept.isEmpty ? "Their words" : "What else they said",
        kind: .lines(rows: 4),
        hint: "exactly as they said it; you can add more later, but not change it"),
      FormField(
        id: "candour", label: "How specific",
        kind: .choice(
          [Choice(id: "", title: "not sure yet")] + choices(Candour.self, \.label)),
        value: it?.candour?.rawValue ?? ""),
    ]
    for n in 0..<3 {
      let thing = it.flatMap { n < $0.three.count ? $0.three[n] : nil }
      fields.append(
        FormField(
          id: "thing\(n)", label: "What held you back, \(n + 1)", kind: .line,
          hint: n == 0 ? "the three things that held you back, if they named any" : "",
          value: thing?.text ?? ""))
      fields.append(
        FormField(
          id: "reason\(n)", label: "… the reason",
          kind: .choice(context.reasonChoices), value: thing?.reason ?? ""
        ).seldom())
      fields.append(
        FormField(
          id: "gap\(n)", label: "… about you",
          kind: .choice(
            [Choice(id: "", title: "not sure yet")] + choices(Feedback.Gap.self, \.label)),
          value: thing?.gap?.rawValue ?? ""
        ).seldom())
      fields += exampleFields(n, thing, context)
    }
    fields += [
      FormField(
        id: "qualification", label: "On your skills", kind: .line,
        value: it?.qualification ?? ""
      ).seldom(),
      FormField(
        id: "aspect", label: "More experience in", kind: .line, value: it?.aspect ?? ""
      ).seldom(),
      FormField(id: "fit", label: "On fit", kind: .line, value: it?.fit ?? "").seldom(),
      FormField(
        id: "comparison", label: "Compared with others", kind: .line, value: it?.comparison ?? ""
      ).seldom(),
    ]
    if it?.received == nil { fields.append(FormField.tone("How you left things").seldom()) }
    // Who was asked is known: one came to write what they said.
    return Form(
      title: it == nil ? "What they said" : "The reply", fields: fields,
      start: it.map { $0.received == nil && !$0.from.isEmpty } == true ? "verbatim" : nil)
  }

  /// The example that answers one of the three things: a letter may be written when each has one, and
  /// something on file shows it (A88).
  private func exampleFields(
    _ n: Int, _ thing: Feedback.Thing?, _ context: FormContext
  ) -> [FormField] {
    var proofs = (context.dossier.map(LetterRules.proofs) ?? []).map {
      Choice(id: $0.id.text, title: $0.text)
    }
    let known = thing?.proof?.text ?? ""
    if !known.isEmpty, !proofs.contains(where: { $0.id == known }) {
      proofs.append(Choice(id: known, title: "deleted since"))
    }
    return [
      FormField(
        id: "example\(n)", label: "… your example", kind: .lines(rows: 3),
        hint: n == 0 ? "as you'd put it in a letter: what you did, when, and the result" : "",
        value: thing?.example ?? ""
      ).seldom(),
      FormField(
        id: "proof\(n)", label: "… backed up by",
        kind: .choice([Choice(id: "", title: "nothing yet")] + proofs), value: known
      ).seldom(),
    ]
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = stored(context)
    let received = try values.day("received") ?? context.now.day
    var it = old ?? Feedback(id: ids.draw(), application: id, recorded: context.now)
    it.from = values.line("from")
    it.person = context.person(named: it.from)
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
        field: "verbatim",
        message: "Write what they said. If they wouldn't say, choose that under “How specific”."
      )
    }
    let tone = Tone(rawValue: values.line("tone"))
    let letters = context.dossier?.letters ?? []
    guard let old else {
      return Recipe.reply(
        it, tone: tone, log: context.dossier?.feedback ?? [], letters: letters,
        debrief: context.dossier?.debrief, ids: &ids, now: context.now)
    }
    var change = Change("feedback changed", store(.feedback(old), .feedback(it)))
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

  private func keepExample(_ thing: inout Feedback.Thing, _ n: Int, _ values: FormValues) {
    let (example, proof) = (values.line("example\(n)"), values.line("proof\(n)"))
    thing.example = example.isEmpty ? nil : example
    thing.proof = proof.isEmpty ? nil : ID(proof)
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.feedback) }

  private func stored(_ context: FormContext) -> Feedback? {
    context.dossier?.feedback.first { $0.id == editing }
  }
}

extension ReplyForm {
  init?(scope: FormScope) {
    self.init(id: scope.application, editing: scope.id(1))
  }
}

extension FormPurpose {
  /// What they said; nil adds it.
  static func reply(_ id: ID, editing: ID?) -> Self {
    Self(ReplyForm(id: id, editing: editing))
  }
}
