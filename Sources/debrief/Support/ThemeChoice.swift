import DebriefContent
import DebriefModel
import DebriefRunner
import TUI
import Terminal

extension Configuration {
  /// How the screen looks, unless no colors are wanted at all.
  var theme: Theme {
    colors.map { Theme(name: settings.theme, $0, isExact: ColorDepth.takesParts) } ?? .standard
  }

  /// How it looks on a light and on a dark terminal, where it is the terminal that has the colors: the files
  /// are read once it is known which it is. Nil where the user chose colors.
  var look: ((Backdrop) -> Theme?)? {
    guard settings.theme == Settings().theme, colors == nil else { return nil }
    return { [library] backdrop in
      let name =
        switch backdrop {
        case .light: "light"
        case .dark: "dark"
        }
      return library.theme(name).colors.map {
        Theme.standard.tinted(by: Theme(name: name, $0, isExact: ColorDepth.takesParts))
      }
    }
  }

  /// The content, with the user's own files.
  private var library: Library {
    Library(userFolder: path.map { String($0.dropLast(ConfigFile.name.utf8.count + 1)) })
  }
}

extension Theme {
  /// The theme that a file describes: its colors are the nearest of the 256 there are, or themselves where
  /// the terminal takes the parts of a color.
  init(name: String, _ colors: ThemeColors, isExact: Bool = false) {
    var numbers = ColorNumbers(isExact: isExact)
    func number(_ color: ThemeColors.Color) -> UInt8 {
      switch color {
      case .own(let number): number
      case .parts(let red, let green, let blue):
        numbers.number(red: red, green: green, blue: blue)
      }
    }
    let background = colors.background.map(number)
    let selection = colors.selection.map(number)
    let roles = colors.roles.compactMap { entry in
      Role(named: entry.role).map { ($0, Color(few: entry.few, many: entry.many.map(number))) }
    }
    let selected = colors.selected.compactMap { entry -> (Role, UInt8)? in
      guard let role = Role(named: entry.role), let many = entry.many else { return nil }
      return (role, number(many))
    }
    self.init(
      name: name, background: background, selection: selection, roles, selected: selected,
      exact: numbers.exact)
  }
}

extension Role {
  /// The role that a file calls so: `bar_full`.
  init?(named name: String) {
    guard let index = ThemeFile.roles.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
