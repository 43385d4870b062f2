import DebriefModel
import TUI

/// The form of a version of the résumé (A96, A99).
struct ResumeForm: FormKind {
  static let name = "resume"

  /// The version that is edited; nil for one that applications only name yet, or a new one.
  let id: ID?
  /// What a new one is called to begin with.
  let start: String

  var application: ID? { nil }
  var scope: [String] { [id?.text ?? ""] }
  var label: String { "a version of your résumé" }
  var mainField: String { "opening" }
  var readsResumes: Bool { true }

  func form(_ context: FormContext) -> Form {
    let it = record(in: context)?.resume
    return Form(
      title: id == nil ? "A version of your résumé" : "Edit the version",
      fields: [
        FormField(
          id: "name", label: "Name", kind: .line,
          hint: "a short name, such as “office jobs, March 2026”",
          required: true, value: it?.name ?? start),
        FormField(
          id: "reason", label: "Why you changed it", kind: .line,
          hint: "what the last version didn't show", value: it?.reason ?? ""),
        FormField(
          id: "opening", label: "Its first three lines", kind: .lines(rows: 3),
          hint: "word for word; many readers stop there", value: it?.opening ?? ""),
        FormField(
          id: "skills", label: "What you do best", kind: .line,
          hint: "three skills, separated by commas", value: it?.skills ?? ""),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let record = self.record(in: context)
    let old = record?.resume
    if id != nil, old == nil {
      throw FormFault(field: "name", message: "This version can't be found. {resumes} lists them.")
    }
    let name = values.line("name")
    if name.isEmpty { throw FormFault(field: "name", message: "Give it a name.") }
    if context.resumes.contains(where: {
      $0.name == name && $0.resume != nil && $0.resume?.id != id
    }) {
      throw FormFault(field: "name", message: "You already have a version with that name.")
    }
    if let record, name != record.name, record.sent > 0 {
      throw FormFault(
        field: "name",
        message:
          "You've sent applications with this version, so its name can't change. Add a new one instead."
      )
    }
    var it = old ?? Resume(id: ids.draw(), recorded: context.now)
    it.name = name
    it.reason = values.line("reason")
    it.opening = values.line("opening")
    it.skills = values.line("skills")
    if it.named.count > Resume.most {
      throw FormFault(field: "skills", message: "Three at most: the things you do best.")
    }
    return Change(
      old == nil ? "résumé version added" : "résumé version changed",
      store(old.map(Entity.resume), .resume(it)))
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(record(in: context)?.resume, Entity.resume)
  }

  private func record(in context: FormContext) -> ResumeRecord? {
    context.resumes.first { $0.resume?.id == id && id != nil }
  }
}

extension ResumeForm {
  init?(scope: FormScope) {
    self.init(id: scope.id(0), start: "")
  }
}

extension FormPurpose {
  /// A version of the résumé; one that applications only name yet has a name and no id.
  static func resume(_ id: ID?, name: String) -> Self {
    Self(ResumeForm(id: id, start: name))
  }
}
