import DebriefModel
import TUI

extension JobName {
  /// A company and what sets it apart, in so many columns: where there is not room for both, the
  /// company gives way first, for the mark is what tells two rows apart.
  static func fitted(_ company: String, _ mark: String, within width: Int) -> String {
    let whole = joined(company, mark)
    if mark.isEmpty || TextWidth.columns(whole) <= width { return whole }
    let room = max(4, width - 3 - TextWidth.columns(mark), (width - 3) / 3)
    return joined(TextWidth.truncate(company, to: min(room, TextWidth.columns(company))), mark)
  }
}

extension AgendaEntry {
  /// What a row calls the application, in so many columns.
  func name(within width: Int) -> String { JobName.fitted(company, mark, within: width) }
}
