import DebriefModel
import TUI

/// The form of someone on file.
struct PersonForm: FormKind {
  static let name = "person"

  /// The person that is edited; nil for a new one.
  let id: ID?

  var application: ID? { nil }
  var scope: [String] { [id?.text ?? ""] }
  var label: String { "a person" }
  var mainField: String { "notes" }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    let company = it?.company ?? context.dossier?.application.company ?? ""
    return Form(
      title: id == nil ? "Add a person" : "Edit a person",
      fields: [
        FormField(id: "name", label: "Name", kind: .line, required: true, value: it?.name ?? ""),
        FormField(
          id: "part", label: "Role", kind: .choice(choices(Person.Part.self, \.label)),
          value: (it?.part ?? .interviewer).rawValue),
        FormField(id: "company", label: "Company", kind: .line, value: company),
        FormField(id: "email", label: "Email", kind: .line, value: it?.email ?? ""),
        FormField(id: "phone", label: "Phone", kind: .line, value: it?.phone ?? "").seldom(),
        FormField(id: "notes", label: "Notes", kind: .lines(rows: 3), value: it?.notes ?? ""),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    if values.line("name").isEmpty { throw FormFault(field: "name", message: "Type their name.") }
    let old = stored(context)
    if id != nil, old == nil {
      throw FormFault(
        field: "name", message: "This person can't be found. {people} lists everyone.")
    }
    var it = old ?? Person(id: ids.draw())
    it.name = values.line("name")
    it.part = Person.Part(rawValue: values.line("part")) ?? .interviewer
    it.company = values.line("company")
    it.email = values.line("email")
    it.phone = values.line("phone")
    it.notes = values.line("notes")
    return Change(
      old == nil ? "\(it.name) added" : "\(it.name) changed",
      store(old.map(Entity.person), .person(it)))
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.person) }

  private func stored(_ context: FormContext) -> Person? {
    context.people.first { $0.id == id }
  }
}

extension PersonForm {
  init?(scope: FormScope) {
    self.init(id: scope.id(0))
  }
}

extension FormPurpose {
  /// Someone on file; nil adds one.
  static func person(_ id: ID?) -> Self {
    Self(PersonForm(id: id))
  }
}
