package dev.freehold.lab.oracle.bucket;

/// What Object Storage will not do, in OCI's own codes.
public final class BucketRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why, with the HTTP status and the code that OCI's API reference gives for it.
    public enum Why {
        NO_BUCKET(404, "BucketNotFound"),
        NO_OBJECT(404, "ObjectNotFound"),
        NO_UPLOAD(404, "NoSuchUpload"),
        BUCKET_NOT_EMPTY(409, "BucketNotEmpty"),
        IF_MATCH_FAILED(412, "IfMatchFailed"),
        IF_NONE_MATCH_FAILED(412, "IfNoneMatchFailed"),
        INVALID(400, "InvalidParameter"),
        INVALID_PART(400, "InvalidUploadPart");

        private final int status;
        private final String code;

        Why(int status, String code) {
            this.status = status;
            this.code = code;
        }

        public int status() {
            return status;
        }

        public String code() {
            return code;
        }
    }

    private final Why why;

    public BucketRefusal(Why why, String words) {
        super(words);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// What went wrong, as the answer's `message`.
    public String words() {
        return String.valueOf(getMessage());
    }
}
