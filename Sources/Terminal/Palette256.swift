/// The 256 colors that terminals agree on: 16 of the user's own, a cube of 6 × 6 × 6, and 24 greys.
/// The user's own are never asked for as such, and never changed.
public enum Palette256 {
  /// The steps of the cube.
  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The parts of a color, 0 to 255; nil for one of the user's own.
  public static func parts(of number: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8)? {
    switch number {
    case 0..<16: return nil
    case 16..<232:
      let place = Int(number) - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    default:
      let grey = 8 + 10 * (number - 232)
      return (grey, grey, grey)
    }
  }

  /// The parts of a color in one number, 8 bits each; nil for one of the user's own.
  static func packed(_ number: UInt8) -> UInt32? {
    parts(of: number).map { UInt32($0.red) << 16 | UInt32($0.green) << 8 | UInt32($0.blue) }
  }

  /// The number of the color that is nearest; never one of the user's own.
  public static func nearest(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    func distance(_ number: UInt8) -> Int {
      guard let it = parts(of: number) else { return .max }
      let (r, g, b) = (
        Int(it.red) - Int(red), Int(it.green) - Int(green), Int(it.blue) - Int(blue)
      )
      return r * r + g * g + b * b
    }
    return (16...255).min { distance($0) < distance($1) } ?? 16
  }
}
