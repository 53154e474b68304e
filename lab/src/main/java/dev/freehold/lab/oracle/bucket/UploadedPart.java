package dev.freehold.lab.oracle.bucket;

/// A part of an open upload.
///
/// @param number from 1 to 10,000
public record UploadedPart(int number, String etag, ReceivedContent content) {}
