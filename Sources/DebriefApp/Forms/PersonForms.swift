import DebriefModel
import TUI

/// The form of someone on file.
extension FormPurpose {
  func personForm(_ id: ID?, _ context: FormContext) -> Form {
    let it = context.people.first { $0.id == id }
    let company = it?.company ?? context.dossier?.application.company ?? ""
    return Form(
      title: id == nil ? "Add a person" : "Edit a person",
      fields: [
        FormField(id: "name", label: "Name", kind: .line, required: true, value: it?.name ?? ""),
        FormField(
          id: "part", label: "Part", kind: .choice(choices(Person.Part.self, \.label)),
          value: (it?.part ?? .interviewer).rawValue),
        FormField(id: "company", label: "Company", kind: .line, value: company),
        FormField(id: "email", label: "E-mail", kind: .line, value: it?.email ?? ""),
        FormField(id: "phone", label: "Phone", kind: .line, value: it?.phone ?? ""),
        FormField(id: "notes", label: "Notes", kind: .lines(rows: 3), value: it?.notes ?? ""),
      ])
  }

  func savePerson(
    _ id: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    if values.line("name").isEmpty { throw FormFault(field: "name", message: "Write the name.") }
    let old = context.people.first { $0.id == id }
    if id != nil, old == nil {
      throw FormFault(
        field: "name", message: "This person is not at hand; {people} lists everyone.")
    }
    var it = old ?? Person(id: ids.draw())
    it.name = values.line("name")
    it.part = Person.Part(rawValue: values.line("part")) ?? .interviewer
    it.company = values.line("company")
    it.email = values.line("email")
    it.phone = values.line("phone")
    it.notes = values.line("notes")
    return Change(
      old == nil ? "add \(it.name)" : "edit \(it.name)", store(old.map(Entity.person), .person(it)))
  }
}

extension Person.Part {
  /// As a form shows it.
  var label: String {
    switch self {
    case .interviewer: "interviewer"
    case .manager: "hiring manager"
    case .hr: "HR"
    case .recruiter: "recruiter"
    case .other: "other"
    }
  }
}
