import DebriefModel
import TUI

/// The forms of the script of turns and of a written answer of the checklist.
extension FormPurpose {
  func turnForm(_ editing: ID?, _ context: FormContext) -> Form {
    let it = context.dossier?.turns.first { $0.id == editing }
    return Form(
      title: it == nil ? "A turn of the talk" : "Edit the turn",
      fields: [
        FormField(
          id: "asker", label: "Who asked",
          kind: .choice([Choice(id: "them", title: "they"), Choice(id: "me", title: "I")]),
          value: (it?.asker ?? .them).rawValue),
        FormField(
          id: "question", label: "The question", kind: .line,
          hint: "you asked it? Shift-Tab says so", required: true,
          value: it?.question ?? ""),
        FormField(
          id: "answer", label: "What was said", kind: .lines(rows: 3),
          hint: "as you remember it, half sentences will do", value: it?.answer ?? ""),
        FormField(
          id: "rating", label: "The answer",
          kind: .choice([
            Choice(id: "", title: "not rated"), Choice(id: "1", title: "1 missed the question"),
            Choice(id: "2", title: "2 general, no example"),
            Choice(id: "3", title: "3 example, my part unclear"),
            Choice(id: "4", title: "4 situation, action, result"),
            Choice(id: "5", title: "5 as 4, with proof, for their need"),
          ]), value: it?.rating.map(String.init) ?? ""),
        FormField(
          id: "reaction", label: "They",
          kind: .choice(
            [Choice(id: "", title: "not noted")] + choices(Turn.Reaction.self, \.label)),
          value: it?.reaction?.rawValue ?? ""),
        FormField(
          id: "delivery", label: "It came",
          kind: .choice(
            [Choice(id: "", title: "not noted")] + choices(Turn.Delivery.self, \.rawValue)),
          value: it?.delivery?.rawValue ?? ""),
        FormField(
          id: "parts", label: "Parts it had", kind: .line,
          hint: "any of: s situation, o obstacle, a action, r result",
          value: it?.parts.map { String($0.rawValue.prefix(1)) }.joined(separator: " ") ?? ""),
        FormField(
          id: "prepared", label: "What you had prepared", kind: .lines(rows: 2),
          value: it?.prepared ?? ""),
        FormField(
          id: "better", label: "A better answer", kind: .lines(rows: 2), value: it?.better ?? ""),
      ], start: "question")
  }

  func saveTurn(
    _ id: ID, _ editing: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = context.dossier?.turns.first { $0.id == editing }
    if values.line("question").isEmpty {
      throw FormFault(field: "question", message: "Write the question, or a word that recalls it.")
    }
    var it = old ?? Turn(id: ids.draw(), application: id, recorded: context.now)
    if old == nil {
      it.position = (context.dossier?.turns.map(\.position).max() ?? 0) + 1
      it.interview =
        context.dossier?.interviews.last {
          [.held, .undated].contains(context.dossier?.standing($0, now: context.now))
        }?.id
    }
    it.asker = Turn.Asker(rawValue: values.line("asker")) ?? .them
    it.question = values.line("question")
    it.answer = values.line("answer")
    it.rating = Int(values.line("rating"))
    it.reaction = Turn.Reaction(rawValue: values.line("reaction"))
    it.delivery = Turn.Delivery(rawValue: values.line("delivery"))
    it.parts = []
    for word in values.line("parts").lowercased().split(whereSeparator: { $0 == " " || $0 == "," })
    {
      guard
        let part = Turn.Part.allCases.first(where: {
          $0.rawValue.hasPrefix(word) || word == "t" && $0 == .obstacle
        })
      else {
        throw FormFault(
          field: "parts", message: "\"\(word)\" is no part of an answer. Use s, o, a and r.")
      }
      if !it.parts.contains(part) { it.parts.append(part) }
    }
    it.prepared = values.line("prepared")
    it.better = values.line("better")
    return Change(old == nil ? "add a turn" : "edit a turn", store(old.map(Entity.turn), .turn(it)))
  }

  func answerForm(_ item: String, _ context: FormContext) -> Form {
    let entry = context.wizard?.entries.first { $0.item.id == item }
    let stored = entry?.response?.value ?? ""
    var value = stored
    if stored.isEmpty, entry?.item.binds == .refusalWords {
      value = context.dossier?.events.last { $0.kind == .refused }?.words ?? ""
    }
    let kind: FormField.Kind = entry?.item.kind == .text ? .lines(rows: 6) : .line
    return Form(
      title: entry?.step.title ?? "Answer",
      fields: [
        FormField(id: "ask", label: "", kind: .note(entry?.item.ask ?? "")),
        FormField(
          id: "answer", label: "Your answer", kind: kind, hint: entry?.item.why ?? "",
          required: true, value: value),
      ])
  }

  func saveAnswer(
    _ item: String, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let wizard = context.wizard,
      let entry = wizard.entries.first(where: { $0.item.id == item })
    else {
      throw FormFault(
        field: "answer", message: "This question is no longer asked; Esc keeps the text.")
    }
    var text = values.line("answer")
    if text.isEmpty {
      throw FormFault(field: "answer", message: "Write an answer, or Esc and s to skip it.")
    }
    if entry.item.kind == .date {
      guard let day = try values.day("answer", .nearest) else { return Change("answer", []) }
      text = day.description
    }
    if entry.item.kind == .count || entry.item.binds == .finalists {
      guard let number = try values.number("answer", entry.item.range) else {
        return Change("answer", [])
      }
      text = String(number)
    }
    return wizard.answer(entry, value: text, id: ids.draw(), now: context.now)
  }
}
