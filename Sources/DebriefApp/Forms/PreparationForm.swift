import DebriefModel
import TUI

/// The form of an entry of the preparation: the same for all kinds, with the fields each needs.
struct PreparationForm: FormKind {
  static let name = "preparation"

  /// The application.
  let id: ID
  /// What kind of entry.
  let kind: Preparation.Kind
  /// The one that is edited; nil for a new one.
  let editing: ID?

  var application: ID? { id }
  var scope: [String] { [id.text, editing?.text ?? "", kind.rawValue] }
  var label: String { kind.one }
  var mainField: String { "detail" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["due": .day(.future)]
  }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    let words = Words(kind)
    var fields: [FormField] = []
    if kind == .company {
      var prompts = PreparationRules.Prompt.allCases.map(\.rawValue)
      if let it, !prompts.contains(it.text) { prompts.append(it.text) }
      let taken = context.dossier?.preparations.filter { $0.kind == .company }.map(\.text) ?? []
      let free = prompts.first { !taken.contains($0) } ?? prompts[0]
      fields.append(
        FormField(
          id: "text", label: words.text,
          kind: .choice(prompts.map { Choice(id: $0, title: $0) }), required: true,
          value: it?.text ?? free))
    } else {
      fields.append(
        FormField(
          id: "text", label: words.text, kind: .line, hint: words.hint, required: true,
          value: it?.text ?? ""))
    }
    let question = context.content.bank.first {
      $0.isAsked(by: it?.text ?? "") && !$0.hint.isEmpty
    }
    var hint = question?.hint
    if question?.tags.contains("availability") == true, !context.available.isEmpty {
      hint = "you've said before: \(context.available)"
    }
    fields.append(
      FormField(
        id: "detail", label: words.detail,
        kind: kind == .answer || kind == .company || kind == .question ? .lines(rows: 4) : .line,
        hint: hint ?? words.detailHint, required: kind == .company, value: it?.detail ?? ""))
    if kind == .company {
      fields.append(
        FormField(
          id: "date", label: "Date of the news", kind: .line,
          hint: "12 Nov, two weeks ago; leave empty for anything that isn't news",
          value: it?.done?.typed ?? ""
        ).seldom())
    }
    if kind == .requirement {
      fields += [
        FormField(
          id: "required", label: "Years they ask for", kind: .line,
          value: it?.required.map(String.init) ?? ""
        ).whole(),
        FormField(
          id: "held", label: "Years you have", kind: .line,
          value: it?.held.map(String.init) ?? ""
        ).whole(),
      ]
    }
    if kind == .fit {
      let after = rating(context) == .after
      if after {
        let words = it?.before.map { "\($0), as you saw it then" } ?? "not rated then"
        fields.append(FormField(id: "then", label: "Before the interview", kind: .note(words)))
      }
      let value = after ? it?.after : it?.before
      fields.append(
        FormField(
          id: "rating", label: after ? "After the interview" : "Before the interview", kind: .line,
          hint: "1 not at all, 5 completely", value: value.map(String.init) ?? ""
        ).whole())
    }
    if kind == .instruction || kind == .document {
      fields.append(
        FormField(
          id: "due", label: "By", kind: .line,
          hint: "fri, 3 mar, in 2 days; leave empty if they didn't say",
          value: it?.due?.typed ?? ""))
    }
    if kind.states.count > 1 {
      fields.append(
        FormField(
          id: "state", label: "Status",
          kind: .choice(
            kind.states.map { Choice(id: $0.rawValue, title: Preparation.label($0, kind)) }),
          value: (it?.state ?? kind.states[0]).rawValue))
    }
    // Which of the prompts it is was chosen already; what one came to write is the answer.
    return Form(
      title: "\(it == nil ? "Add" : "Edit") \(kind.one)", fields: fields,
      start: kind == .company ? "detail" : nil)
  }

  /// What they work toward, their news, and how one would help, as a letter has it (A61, A63, A91).
  func sentences(_ values: [String: String]) -> [String: String] {
    guard let text = values["text"], let detail = values["detail"], !detail.trimmed.isEmpty else {
      return [:]
    }
    // The first line is the news; the second says where it was read.
    let first = detail.split(whereSeparator: \.isNewline).first.map(String.init) ?? detail
    let sentence: String? =
      switch (kind, text) {
      case (.company, PreparationRules.Prompt.mission.rawValue):
        "I’d be glad to \(LetterClause.help(first))"
      case (.company, PreparationRules.Prompt.news.rawValue):
        "I read \(LetterClause.news(first))"
      case (.company, PreparationRules.Prompt.challenges.rawValue):
        "I’ve been thinking about \(LetterClause.ponder(first))"
      case (.answer, LetterFacts.approachQuestion): LetterClause.tackle(first)
      case (.answer, LetterFacts.solvedQuestion): LetterClause.solved(first)
      default: nil
      }
    return sentence.map { ["detail": "In a letter: \($0)."] } ?? [:]
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = stored(context)
    if values.line("text").isEmpty {
      throw FormFault(field: "text", message: "Say what it is.")
    }
    var it =
      old ?? Preparation(id: ids.draw(), application: id, kind: kind, recorded: context.now)
    it.text = values.line("text")
    it.detail = values.line("detail")
    it.state = Preparation.State(rawValue: values.line("state")) ?? kind.states[0]
    // A prompt that is answered only now counts from now.
    if kind == .company, let old, old.detail.isEmpty || old.text != it.text {
      it.recorded = context.now
    }
    if kind == .requirement {
      it.required = try values.number("required", 0...60)
      it.held = try values.number("held", 0...60)
    }
    if kind == .fit {
      let given = try values.number("rating", 1...5)
      if rating(context) == .after { it.after = given } else { it.before = given }
    }
    if kind == .instruction || kind == .document { it.due = try values.day("due", .future) }
    it.settle(on: context.now.day)
    if kind == .company { it.done = try values.day("date") }
    return Change(
      "\(kind.one) \(old == nil ? "added" : "changed")",
      store(old.map(Entity.preparation), .preparation(it)))
  }

  /// Which of the two ratings of a fit the form asks for.
  private func rating(_ context: FormContext) -> FitRules.Rating {
    context.dossier.map { FitRules.rating($0, now: context.now) } ?? .before
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.preparation) }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    for case .insert(.preparation(let it)) in change.operations {
      PreparationPane.reach(&app) { pane, _ in pane.follow = it.id }
    }
    return []
  }

  private func stored(_ context: FormContext) -> Preparation? {
    context.dossier?.preparations.first { $0.id == editing }
  }

  /// What the fields are called, by kind.
  private struct Words {
    var text: String
    var hint = ""
    var detail: String
    var detailHint = ""

    init(_ kind: Preparation.Kind) {
      switch kind {
      case .instruction:
        (text, detail) = ("What to do", "How")
        hint = "one thing from the invitation"
      case .document:
        (text, detail) = ("What to send", "Which version, and who got it")
        hint = "references, certificates, a sample of your work"
      case .company: (text, detail) = ("About", "What you know")
      case .requirement:
        (text, detail) = ("What they ask for", "What you can show")
        detailHint = "where and when you did it, and the result"
      case .fit:
        (text, detail) = ("What makes it a good fit", "How you can tell")
        hint = "you and the job, what you want from it, you and the team, you and the manager"
      case .claim:
        (text, detail) = ("What your résumé says", "What backs it up")
        hint = "if you can't back it up, it's better left out"
      case .question:
        (text, detail) = ("What you want to ask", "Their answer")
        hint = "what it's like to work there, who had the job before"
      case .answer:
        (text, detail) = ("What they might ask", "Your answer")
        detailHint = "the situation, the obstacle, what you did, the result"
      }
    }
  }
}

extension PreparationForm {
  init?(scope: FormScope) {
    guard let kind = scope.text(2).flatMap(Preparation.Kind.init(rawValue:)) else { return nil }
    self.init(id: scope.application, kind: kind, editing: scope.id(1))
  }
}

extension FormPurpose {
  /// An entry of the preparation; nil adds one.
  static func preparation(_ id: ID, _ kind: Preparation.Kind, editing: ID?) -> Self {
    Self(PreparationForm(id: id, kind: kind, editing: editing))
  }
}
