import DebriefModel
import TUI

/// The form of a captured thought. It says at every key which application the text names, and a note
/// goes there unless another one, or none, is written down.
struct CaptureForm: FormKind {
  static let name = "capture"

  /// The application it is for; nil for the one that the text names, or none.
  let id: ID?

  var application: ID? { id }
  var scope: [String] { [id?.text ?? ""] }
  var label: String { "a note" }
  var mainField: String { "text" }

  func form(_ context: FormContext) -> Form {
    let company = FormField(
      id: "company", label: "Company", kind: .line,
      hint: "one of your applications; type - for none, or leave it empty to match it from the note"
    )
    return Form(
      title: id == nil ? "Write it down now, file it later" : "Add a note",
      fields: [
        FormField(
          id: "text", label: "What do you want to keep?", kind: .lines(rows: 5), required: true),
        FormField(
          id: "kind", label: "What is it?",
          kind: .choice([
            Choice(id: "note", title: "just a note"),
            Choice(id: "strength", title: "+ something that went well"),
            Choice(id: "weakness", title: "- something that didn't go well"),
          ]), value: "note"),
      ] + (id == nil ? [company] : []))
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let text = values.line("text")
    if text.isEmpty { throw FormFault(field: "text", message: "Write something first.") }
    let kind = Note.Kind(rawValue: values.line("kind")) ?? .note
    var target = id
    if id == nil { target = try place(named: values.line("company"), context) }
    return Recipe.capture(
      text, kind, application: target, mention: id == nil ? context.mention : Mention(), ids: &ids,
      now: context.now)
  }

  /// The application that is written down, else the one that the text names.
  private func place(named words: String, _ context: FormContext) throws(FormFault) -> ID? {
    if words == "-" { return nil }
    if words.isEmpty { return context.mention.only?.id }
    let typed = words.lowercased()
    var known = context.mention.places
    for facts in context.recent where !known.contains(where: { $0.id == facts.application.id }) {
      let it = facts.application
      known.append(.init(id: it.id, company: it.company, role: it.role))
    }
    let exact = known.filter { $0.company.lowercased() == typed }
    let begun = known.filter { $0.company.lowercased().hasPrefix(typed) }
    // Of two posts at one company the role says which.
    let parts = typed.split(separator: " ")
    let whole = known.filter { place in
      let name = place.label.lowercased().split(whereSeparator: { $0 == " " || $0 == "·" })
      return parts.allSatisfy { part in name.contains { $0.hasPrefix(part) } }
    }
    let found = [exact, begun, whole].first { $0.count == 1 } ?? (exact + begun + whole)
    if found.count == 1 { return found[0].id }
    throw FormFault(
      field: "company",
      message: found.isEmpty
        ? "None of your latest applications has that name. Clear this to file it later."
        : "More than one of your latest applications has that name. Add a word from the role, or "
          + "clear this to file it later.")
  }

  /// What blames oneself asks for what else could explain it.
  func asks(before change: Change, in app: inout App) -> [Effect]? { app.rivalFirst(change) }

  /// Where a captured thought went.
  func sentence(saved change: Change, _ values: FormValues, in app: App) -> String? {
    guard id == nil else { return nil }
    let mention = app.desk.mention
    for operation in change.operations {
      guard let id = operation.entity.application else { continue }
      if let place = mention.places.first(where: { $0.id == id }) {
        return "Saved to \(place.label). {undo} undoes it."
      }
      if let it = app.home.rows.first(where: { $0.application.id == id })?.application {
        return "Saved to \(it.company). {undo} undoes it."
      }
    }
    if mention.isDoubtful, let first = mention.places.first {
      return "Saved. {inbox} files it: “\(first.company)” could be the company or "
        + "\(mention.otherwise)."
    }
    return mention.places.count > 1
      ? "Saved. {inbox} files it: more than one application fits." : nil
  }
}

extension CaptureForm {
  init?(scope: FormScope) {
    self.init(id: scope.id(0))
  }
}

extension FormPurpose {
  /// A thought, for an application or for the one it names.
  static func capture(_ id: ID?) -> Self {
    Self(CaptureForm(id: id))
  }
}

extension CaptureForm {
  /// Where a text would go, for the line below it.
  static func hint(_ mention: Mention) -> String {
    switch mention.places.count {
    case 0: ""
    case 1 where mention.isDoubtful:
      "for \(mention.places[0].label), or \(mention.otherwise)? ({choose})"
    case 1: "for: \(mention.places[0].label) ({change})"
    default:
      "for " + mention.places.prefix(3).map(\.label).joined(separator: " or ")
        + "? ({choose})"
    }
  }
}
