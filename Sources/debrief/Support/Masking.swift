import DebriefContent
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

extension Store {
  /// The application a reference means; with stand-ins for its names where that is asked for (A54).
  /// What a mask cannot know is said, so that nobody trusts it blindly.
  func dossier(_ reference: String, masked: Bool, library: Library) throws -> Dossier {
    let dossier = try dossier(reference)
    guard masked else { return dossier }
    complain(
      "names you've entered are hidden. A name that only appears in something you wrote may not be:"
        + " read it once more before you show it")
    let lists = Mask.Lists(nicknames: library.nicknames(), everyday: library.ordinaryWords())
    return Mask(
      dossier, profile: try profile(), others: try namesOnFile(), lists: lists
    ).dossier(dossier)
  }
}
