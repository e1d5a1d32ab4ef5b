// Look
