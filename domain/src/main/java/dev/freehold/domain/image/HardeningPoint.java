package dev.freehold.domain.image;

/// One rule that an image is hardened by, and whether it held when it was looked at.
///
/// @param name its group and its name, such as `ssh/password-authentication`
/// @param expected what was to be found
/// @param actual what was found
public record HardeningPoint(String name, boolean holds, String expected, String actual) {}
