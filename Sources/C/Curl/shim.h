#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take any argument, which Swift cannot call. One function for each kind of argument.

static inline CURLcode curl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_errors(CURL *curl, char *buffer) {
    return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

static inline CURLcode curl_set_reader(CURL *curl, curl_read_callback read, void *context, curl_off_t size) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_READDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, size);
    return code;
}

static inline CURLcode curl_set_listener(CURL *curl, curl_write_callback hear, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_HEADERDATA, context);
    return code;
}

static inline CURLcode curl_set_taker(CURL *curl, curl_write_callback take, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_WRITEDATA, context);
    return code;
}

static inline CURLcode curl_set_opener(CURL *curl, curl_opensocket_callback open, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, context);
    return code;
}

static inline CURLcode curl_set_body(CURL *curl, const char *bytes, curl_off_t size) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, size);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bytes ? bytes : "");
    return code;
}

static inline long curl_response_code(CURL *curl) {
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
