import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

@Suite("Dates are read in the languages and forms that tables have", .timed) struct ForeignDateTests
{
  private let now = TestClock.noon

  @Test(arguments: [
    "2 Feb 2026", "2-Feb-26", "02-Feb-2026", "2/Feb/26", "Feb-02-2026", "2-févr.-26", "2026年2月2日",
    "2026年2月2日(月)", "2026년 2월 2일", "2. Februar 2026", "lundi 2 février 2026",
    "2 de febrero de 2026",
    "2 de fevereiro de 2026", "2 febbraio 2026", "maandag 2 februari 2026", "2 lutego 2026",
    "2 февраля 2026", "2 Şubat 2026", "2. února 2026", "2 helmikuuta 2026", "2 φεβρουαρίου 2026",
    "٢٠٢٦-٠٢-٠٢", "２０２６-０２-０２", "'2026-02-02", "1769990400", "1769990400000", "20260202",
  ]) func aDay(_ text: String) {
    let dates = TableDates(now: now)
    #expect(dates.read(text, column: 0)?.start.day.description == "2026-02-02", "\(text)")
  }

  @Test(arguments: [
    "February 2026", "2", "set 5", "out 3", "2569年2月2日", "2026年13月2日", "32-Feb-26", "2-Foo-26",
    "12345678901", "'", "mag 2", "2月2日",
  ]) func whatIsNoDay(_ text: String) {
    #expect(TableDates(now: now).read(text, column: 0) == nil, "\(text)")
  }

  @Test(arguments: [
    ("2026年11月9日(月) 10:00", "2026-11-09 10:00"), ("2 mars 2026", "2 March 2026"),
    ("seg., 9 de fev. de 2026 às 10:00", "9 February 2026 10:00"),
    ("5 set 2026", "5 September 2026"),
    ("interview set 5", "interview set 5"), ("5 ago", "5 ago"), ("hello there", "hello there"),
    ("", ""),
  ]) func inEnglish(_ text: String, _ english: String) {
    #expect(ForeignDate.english(text) == english)
  }
}
