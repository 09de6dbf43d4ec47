package org.linli.sync.pull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Pages go compressed: records of one type are alike, and phones pay for what they load. */
@Configuration(proxyBeanMethods = false)
class CompressedPages {

    /** Half the time of the usual level for some per cent more bytes. */
    private static final int LEVEL = 4;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> compressedPulls() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Compressing());
        registration.addUrlPatterns(PullController.PATH);
        return registration;
    }

    private static final class Compressing extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            if (accepted == null || !accepted.contains("gzip")) {
                chain.doFilter(request, response);
                return;
            }
            var compressed = new Compressed(response);
            chain.doFilter(request, compressed);
            compressed.finish();
        }
    }

    /** A response whose body is compressed as it is written. */
    private static final class Compressed extends HttpServletResponseWrapper {

        private @Nullable CompressedStream stream;

        Compressed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                stream = new CompressedStream(super.getOutputStream());
            }
            return stream;
        }

        /** What is known is the length before. */
        @Override
        public void setContentLength(int length) {}

        @Override
        public void setContentLengthLong(long length) {}

        /** Spring flushes after every body, and each flush would end a block of the compressed bytes. */
        @Override
        public void flushBuffer() {}

        void finish() throws IOException {
            if (stream != null) {
                stream.gzip.finish();
                stream.gzip.flush();
            }
        }
    }

    private static final class CompressedStream extends ServletOutputStream {

        private final GZIPOutputStream gzip;

        CompressedStream(OutputStream out) throws IOException {
            this.gzip = new GZIPOutputStream(out, 8192) {
                {
                    def.setLevel(LEVEL);
                }
            };
        }

        @Override
        public void write(int one) throws IOException {
            gzip.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            gzip.write(some, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("written at once");
        }
    }
}
