import DebriefModel
import TUI

/// The form of a version of the résumé (A96, A99).
extension FormPurpose {
  func resumeForm(_ id: ID?, _ name: String, _ context: FormContext) -> Form {
    let it = context.resumes.first { $0.resume?.id == id && id != nil }?.resume
    return Form(
      title: id == nil ? "A version of your résumé" : "Edit the version",
      fields: [
        FormField(
          id: "name", label: "Name", kind: .line,
          hint: "what applications call it: 2026-03 platform",
          required: true, value: it?.name ?? name),
        FormField(
          id: "reason", label: "Why it was changed", kind: .line,
          hint: "what the one before did not show", value: it?.reason ?? ""),
        FormField(
          id: "opening", label: "Its first three lines", kind: .lines(rows: 3),
          hint: "as they stand: that is as far as a first reading goes", value: it?.opening ?? ""),
        FormField(
          id: "skills", label: "What you do best", kind: .line,
          hint: "three skills, separated by commas", value: it?.skills ?? ""),
      ])
  }

  func saveResume(
    _ id: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    let record = context.resumes.first { $0.resume?.id == id && id != nil }
    let old = record?.resume
    if id != nil, old == nil {
      throw FormFault(field: "name", message: "This version is not at hand; {resumes} lists them.")
    }
    let name = values.line("name")
    if name.isEmpty { throw FormFault(field: "name", message: "Write what to call it.") }
    if context.resumes.contains(where: {
      $0.name == name && $0.resume != nil && $0.resume?.id != id
    }) {
      throw FormFault(field: "name", message: "There is a version of that name already.")
    }
    if let record, name != record.name, record.sent > 0 {
      throw FormFault(
        field: "name", message: "Applications name it so; add a new version instead.")
    }
    var it = old ?? Resume(id: ids.draw(), recorded: context.now)
    it.name = name
    it.reason = values.line("reason")
    it.opening = values.line("opening")
    it.skills = values.line("skills")
    if it.named.count > Resume.most {
      throw FormFault(field: "skills", message: "Three at most: what you do best of all.")
    }
    return Change(
      old == nil ? "add a version of the résumé" : "edit a version of the résumé",
      store(old.map(Entity.resume), .resume(it)))
  }
}
