import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

@Suite("A subject names a job and a company", .timed) struct JobTitleTests {
  @Test(arguments: [
    ("Your application for Data Engineer (m/f/d) at Nordlicht", "Data Engineer", "Nordlicht"),
    ("Re: Interview – Backend Engineer", "Backend Engineer", ""),
    ("Backend Engineer at Nordlicht", "Backend Engineer", "Nordlicht"),
    ("Backend Engineer | Nordlicht", "Backend Engineer", "Nordlicht"),
    ("Nordlicht: Backend Engineer", "Backend Engineer", "Nordlicht"),
    ("Nordlicht - Backend Engineer (remote)", "Backend Engineer", "Nordlicht"),
    ("Interview: Head of Music @ Smith & Sons", "Head of Music", "Smith & Sons"),
    ("Smith &amp; Sons: Interview Bookkeeper", "Bookkeeper", "Smith & Sons"),
    ("Interview with Pepperwick & Sons", "", "Pepperwick & Sons"),
    ("Your application to Kiesel", "", "Kiesel"),
    ("Application received: Senior Product Designer (all genders)", "Senior Product Designer", ""),
    ("Head of Music, Blue Gate School", "Head of Music", "Blue Gate School"),
    ("Invitation: Head of Music, Blue Gate School", "Head of Music", "Blue Gate School"),
    ("Interview for Head of Music, Blue Gate School", "Head of Music", "Blue Gate School"),
    ("Your application for Teacher, Blue Gate School", "Teacher", "Blue Gate School"),
    ("Deputy Head, Blue Gate School: interview", "Deputy Head", "Blue Gate School"),
    ("Nurse, Ward 3, St Mary's Hospital", "Nurse, Ward 3", "St Mary's Hospital"),
    ("Hotel Adler, Cook", "Cook", "Hotel Adler"),
    ("Data Engineer (m/f/d), Nordlicht GmbH", "Data Engineer", "Nordlicht GmbH"),
    ("Teacher at Blue Gate School", "Teacher", "Blue Gate School"),
    ("Blue Gate School: Teacher", "Teacher", "Blue Gate School"),
    ("Data Engineer – Nordlicht – Second interview", "Data Engineer", "Nordlicht"),
    ("Nordlicht – Data Engineer – Second interview", "Data Engineer", "Nordlicht"),
    // A town or a team is no company, and what isn't known to be one isn't told to be one.
    ("Data Engineer, Berlin", "Data Engineer, Berlin", ""),
    ("Product Manager, Payments", "Product Manager, Payments", ""),
    ("Interview, Thursday", "", ""),
    ("Your application", "", ""), ("Hello", "", ""), ("Next steps", "", ""), ("", "", ""),
    ("Interview on Thursday", "", ""),
  ]) func whatASubjectTells(_ subject: String, _ role: String, _ company: String) {
    let told = JobTold(subject, importWords)
    #expect(told.role == role && told.company == company, "\(told)")
  }

  /// A company that is known from the address is none of the title.
  @Test(arguments: [
    ("Data Engineer, Nordlicht", "Data Engineer"), ("Nordlicht, Data Engineer", "Data Engineer"),
    ("Data Engineer, Berlin, Nordlicht", "Data Engineer, Berlin"),
    ("Data Engineer, Berlin", "Data Engineer, Berlin"), ("Data Engineer", "Data Engineer"),
  ]) func aKnownCompanyIsNoPartOfATitle(_ subject: String, _ role: String) {
    let told = JobTold(subject, importWords).at("Nordlicht")
    #expect(told.role == role && told.sure == role, "\(told)")
  }

  @Test(arguments: [
    ("Sr. Data Engineer", "Senior Data Engineer (m/f/d)", JobTitle.Likeness.same),
    ("Data-Engineer", "Data Engineer, remote", .same),
    ("Front-end Developer", "Frontend Dev", .same),
    ("SWE", "Software Engineer", .same), ("Product Manager", "PM", .same),
    ("Data Engineer", "Senior Data Engineer", .near), ("", "Data Engineer", .near),
    ("Junior Data Engineer", "Senior Data Engineer", .other),
    ("Data Engineer", "Data Scientist", .other), ("Backend Engineer", "Frontend Engineer", .other),
    ("Data Platform Engineer", "Data Infrastructure Engineer", .doubtful),
  ]) func howTwoTitlesStand(_ one: String, _ other: String, _ wanted: JobTitle.Likeness) {
    let (a, b) = (JobTitle(one, importWords), JobTitle(other, importWords))
    #expect(a.likeness(to: b) == wanted && b.likeness(to: a) == wanted)
  }
}

/// Which job at a company an email is about.
extension MailTests {
  private func made(_ entries: [Proposal.Entry]) -> [String] {
    entries.flatMap(\.operations).compactMap {
      if case .insert(.application(let it)) = $0 { "\(it.company) · \(it.role)" } else { nil }
    }
  }

  private func read(_ files: [Dossier], _ subject: String, from: String = "x@nordlicht.example")
    throws
    -> [Proposal.Entry]
  {
    var it = reader(files)
    return try it.entry(
      try letter(
        "Thank you for applying. We received your application.", from: from, subject: subject))
  }

  @Test(arguments: [
    "Your application for Sr. Data-Engineer (m/f/d) at Nordlicht", "Data Engineer | Nordlicht",
  ])
  func aVariantOfATitleIsNoNewApplication(_ subject: String) throws {
    #expect(made(try read([dossier("Nordlicht", "Senior Data Engineer")], subject)).isEmpty)
  }

  @Test func anotherJobAtACompanyIsAnotherApplication() throws {
    let one = dossier("Nordlicht", "Data Engineer")
    let subject = "Your application for Office Manager at Nordlicht"
    let new = try read([one], subject)
    #expect(made(new) == ["Nordlicht · Office Manager"])
    #expect(new.first?.details.contains { $0.contains("added as “Office Manager”") } == true)
    var two = dossier("Nordlicht", "Office Manager (part-time)")
    two.application.id = ID("second")
    #expect(made(try read([one, two], subject)).isEmpty)
    #expect(try read([one, two], subject).first?.sentence.contains("Office Manager") == true)
  }

  @Test func inDoubtItIsAsked() throws {
    let one = dossier("Nordlicht", "Data Platform Engineer")
    let unclear = fault { _ = try read([one], "Data Infrastructure Engineer | Nordlicht") }
    #expect(unclear?.kind == .whose && unclear?.description.contains("isn't clear whether") == true)
  }

  @Test func whatIsNewHasItsTitle() throws {
    let from = "Kiesel Careers <jobs@lever.co>"
    #expect(
      made(try read([], "Your application for Data Engineer (m/f/d) at Kiesel", from: from)) == [
        "Kiesel · Data Engineer"
      ])
    #expect(made(try read([], "Your application", from: from)) == ["Kiesel · "])
    // The next email of the same company is for the same job.
    var it = reader([])
    _ = try it.entry(
      try letter("We received your application.", from: from, subject: "Cook | Kiesel"))
    let next = try it.entry(
      try letter("We'd like to invite you to a call.", from: from, subject: "A call"))
    #expect(made(next).isEmpty)
  }
}
