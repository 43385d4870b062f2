import DebriefModel
import TUI

/// The form of a strength, a weakness, a circumstance.
struct FindingForm: FormKind {
  static let name = "finding"

  /// The application.
  let id: ID
  /// Which of the three it is.
  let kind: Finding.Kind
  /// The one that is edited; nil for a new one.
  let editing: ID?
  /// What it is made from; a draft does not keep it.
  let evidence: Evidence?

  var application: ID? { id }
  var scope: [String] { [id.text, editing?.text ?? "", kind.rawValue] }
  var label: String { kind == .outside ? "something outside your control" : "a \(kind.rawValue)" }
  var mainField: String { "statement" }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    let kind = it?.kind ?? kind
    let feedback = evidence.flatMap { link in
      context.dossier?.feedback.first { link.kind == .feedback && $0.id == link.id }
    }
    let turn = evidence.flatMap { link in
      context.dossier?.turns.first { link.kind == .turn && $0.id == link.id }
    }
    let quoted = feedback?.verbatim.split(whereSeparator: \.isNewline).first.map(String.init)
    let asked = turn.map {
      kind == .weakness ? "An answer worth another try: \($0.question)" : $0.question
    }
    let tier: Tier =
      it?.tier ?? (feedback?.tier ?? (turn != nil ? .observed : .inference))
    var fields = [
      FormField(
        id: "statement", label: kind == .strength ? "What went well" : "What happened",
        kind: .line,
        hint: kind == .weakness
          ? "one sentence about one moment, the way a friend would put it"
          : "one sentence about one moment",
        required: true, value: it?.statement ?? quoted ?? asked ?? ""),
      FormField(
        id: "weight", label: "Importance",
        kind: .choice((1...5).map { Choice(id: "\($0)", title: "\($0)") }),
        value: "\(it?.weight ?? 3)"),
      FormField(
        id: "phase", label: "When", kind: .choice(choices(Phase.self, \.label)),
        value: (it?.phase ?? .during).rawValue),
      FormField(
        id: "tier", label: "How you know",
        kind: .choice(Tier.allCases.map { Choice(id: "\($0.rawValue)", title: $0.label) }),
        value: "\(tier.rawValue)"),
      FormField(
        id: "reason", label: "Reason",
        kind: .choice(context.reasonChoices),
        value: it?.reason ?? (kind == .weakness && turn != nil ? "R-ANSWER" : "")),
      FormField(
        id: "area", label: "Area",
        kind: .choice([Choice(id: "", title: "none")] + choices(Area.self, \.label)),
        value: it?.area?.rawValue ?? ""
      ).seldom(),
      FormField(
        id: "control", label: "In your control?",
        kind: .choice(
          [Choice(id: "", title: "depends on the reason")] + choices(Control.self, \.label)),
        value: it?.control?.rawValue ?? ""
      ).seldom(),
    ]
    // What went well needs no reason.
    if kind == .strength { fields = fields.map { $0.id == "reason" ? $0.seldom() : $0 } }
    if kind == .weakness {
      if evidence == nil, let moment = FindingForm.moment(it, context) {
        fields.append(moment)
      }
      fields.append(
        FormField(
          id: "rival", label: "What else explains it?", kind: .line,
          hint:
            "one thing outside your control; type - if nothing comes to mind",
          value: it?.rival ?? ""))
    }
    let title =
      switch kind {
      case .strength: "strength"
      case .weakness: "weakness"
      case .outside: "cause outside your control"
      }
    return Form(title: "\(it == nil ? "Add a" : "Edit the") \(title)", fields: fields)
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = stored(context)
    if values.line("statement").isEmpty {
      throw FormFault(field: "statement", message: "Write what happened, in one sentence.")
    }
    var it = old ?? Finding(id: ids.draw(), application: id, kind: kind, recorded: context.now)
    it.statement = values.line("statement")
    it.weight = try values.number("weight", 1...5) ?? 3
    it.phase = Phase(rawValue: values.line("phase")) ?? .during
    it.tier = Tier(rawValue: Int(values.line("tier")) ?? 0) ?? .guess
    it.reason = values.line("reason")
    it.area = Area(rawValue: values.line("area"))
    it.control = Control(rawValue: values.line("control"))
    if let evidence { it.evidence = evidence }
    if let turn = context.dossier?.turns.first(where: { $0.id.text == values.line("moment") }) {
      it.evidence = Evidence(.turn, turn.id)
      it.tier = max(it.tier, .observed)
    } else if values.has("moment"), it.evidence?.kind == .turn {
      it.evidence = nil
    }
    if it.kind == .weakness {
      let rival = values.line("rival")
      it.rival = rival.isEmpty ? nil : rival
      let reason = context.content.reasons.first { $0.code == it.reason }
      let isAsked = context.dossier?.asksForRival(it, reasons: context.content.reasons) ?? true
      if rival.isEmpty, isAsked, (it.control ?? reason?.control) == .mine {
        throw FormFault(
          field: "rival",
          message: "Name one thing outside your control, or type - if nothing comes to mind.")
      }
    }
    return Change(
      "\(it.kind.rawValue) \(old == nil ? "added" : "changed")",
      store(old.map(Entity.finding), .finding(it)))
  }

  /// Which question it was, where a weakness of one's own is written and questions are on file (A44); nil
  /// where something shows it already.
  private static func moment(_ it: Finding?, _ context: FormContext) -> FormField? {
    guard let dossier = context.dossier else { return nil }
    let linked = it.flatMap { Moments.turn($0, dossier) }
    let turns = Moments.candidates(dossier)
    guard !turns.isEmpty, linked != nil || it.map({ Moments.canBeLinked($0, dossier) }) ?? true
    else { return nil }
    let choices = turns.map {
      Choice(id: $0.id.text, title: $0.question)
    }
    return FormField(
      id: "moment", label: "Which question?",
      kind: .choice([Choice(id: "", title: "none of these")] + choices),
      value: linked?.id.text ?? ""
    ).listed()
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.finding) }

  private func stored(_ context: FormContext) -> Finding? {
    context.dossier?.findings.first { $0.id == editing }
  }
}

extension FindingForm {
  init?(scope: FormScope) {
    guard let kind = scope.text(2).flatMap(Finding.Kind.init(rawValue:)) else { return nil }
    self.init(id: scope.application, kind: kind, editing: scope.id(1), evidence: nil)
  }
}

extension FormPurpose {
  /// A strength, a weakness, a circumstance; nil for `editing` adds one.
  static func finding(
    _ id: ID, _ kind: Finding.Kind, editing: ID?, evidence: Evidence?
  ) -> Self {
    Self(FindingForm(id: id, kind: kind, editing: editing, evidence: evidence))
  }
}
