/// The texts of the program: `T.registration.full`. Each module that has words adds its own, made from its file in `Resources/texts`.
public enum T {}
